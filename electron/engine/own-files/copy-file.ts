// Copies one file of the user: streamed, hashed on the way, synced at the end, stopped at once when nobody wants it any more. Whatever
// goes wrong, nothing is left of the copy.
import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { makeFolder } from '../library/place-file.ts';
import { createFileSink } from '../transfers/file-sink.ts';
import { createPieces, pieceBytesFor } from '../transfers/pieces.ts';

const pieceBytes = 1024 * 1024;

export interface CopyOptions {
  readonly sizeBytes: number;
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}

/** Returns the sha256. Throws `conflict` when `to` is there already, `size-mismatch` when the file changes meanwhile. */
export async function copyFile(from: string, to: string, options: CopyOptions): Promise<string> {
  await makeFolder(dirname(to));
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx').catch((thrown: unknown) => {
      throw isTakenError(thrown) ? new AppError('conflict', 'A file is there already.') : thrown;
    });
    try {
      return await stream(source, target, options);
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

async function stream(source: FileHandle, target: FileHandle, options: CopyOptions) {
  const { sizeBytes, signal, onBytes } = options;
  const pieces = createPieces(pieceBytesFor(sizeBytes));
  const sink = createFileSink(target, 0, createHash('sha256'), pieces);
  const piece = Buffer.allocUnsafe(pieceBytes);
  try {
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await source.read(piece, 0, piece.length, sink.bytes);
      if (bytesRead === 0) break;
      await sink.write(piece.subarray(0, bytesRead));
      onBytes(bytesRead);
      if (sink.bytes > sizeBytes) break;
    }
  } catch (thrown) {
    await sink.abandon();
    throw thrown;
  }
  await sink.finish();
  if (sink.bytes !== sizeBytes) {
    throw new AppError('size-mismatch', 'The file changed while it was copied.');
  }
  return sink.sha256();
}
