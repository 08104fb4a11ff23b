// Copies one file of the user: streamed, hashed on the way, synced at the end, stopped at once when nobody wants it any more. Whatever
// goes wrong, nothing is left of the copy.
import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { makeIncoming } from '../library/place-file.ts';
import { pour } from '../transfers/pour.ts';

export interface CopyOptions {
  readonly sizeBytes: number;
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

/** Returns the sha256. Throws `conflict` when `to` is there already, `size-mismatch` when the file changes meanwhile. */
export async function copyFile(from: string, to: string, options: CopyOptions): Promise<string> {
  await makeIncoming(dirname(to));
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx').catch((thrown: unknown) => {
      throw isTakenError(thrown) ? new AppError('conflict', 'A file is there already.') : thrown;
    });
    try {
      const { sha256, sizeBytes } = await pour(source, target, options);
      if (sizeBytes === options.sizeBytes) return sha256;
      throw new AppError('size-mismatch', 'The file changed while it was copied.');
    } catch (thrown) {
      await rm(to, { force: true });
      throw thrown;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function isTakenError(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
}
