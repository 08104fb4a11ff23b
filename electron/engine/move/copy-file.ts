// One file to another folder: linked where that is the same drive, else copied, synced and read again before it counts.
import { link, mkdir, open, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { failpoint } from '../failpoint.ts';
import { placeFile } from '../library/place-file.ts';
import { hashFile } from '../transfers/file-sink.ts';
import { pour, type PourOptions } from '../transfers/pour.ts';

export type CopyOptions = PourOptions;

/** Answers of drives and systems that cannot link; anything else is met again by the copy. */
const cannotLink = new Set([
  'EXDEV',
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EACCES',
]);

/** Whether the file is there as it is here, by size and time: a copy of ours keeps both. */
export async function isThere(from: string, to: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(from), stat(to).catch(() => null)]);
  return (
    other?.isFile() === true &&
    other.size === one.size &&
    Math.abs(other.mtimeMs - one.mtimeMs) < 2000 // FAT keeps two seconds
  );
}

/** Of media, which are never changed once they are placed. */
export async function moveOver(from: string, to: string, options: CopyOptions = {}): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rm(to, { force: true });
    await link(from, to);
    options.onBytes?.((await stat(to)).size);
  } catch (thrown) {
    if (!cannotLink.has(String((thrown as { code?: unknown }).code))) throw thrown;
    await copyOver(from, to, options);
  }
}

/** A whole, verified copy, or nothing under that name. */
export async function copyOver(from: string, to: string, options: CopyOptions = {}): Promise<void> {
  const part = `${to}.part`;
  await mkdir(dirname(to), { recursive: true });
  try {
    const { sha256, sizeBytes } = await copyBytes(from, part, options);
    const times = await stat(from);
    await utimes(part, times.atime, times.mtime);
    await requireContent(part, sizeBytes, sha256);
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  }
  failpoint('file copied');
  await placeFile(part, to);
}

async function copyBytes(from: string, part: string, options: CopyOptions) {
  const source = await open(from, 'r');
  try {
    const target = await open(part, 'w');
    try {
      return await pour(source, target, options);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function requireContent(file: string, sizeBytes: number, sha256: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const found = (await hashFile(handle, sizeBytes + 1)).digest('hex');
    if (found === sha256) return;
  } finally {
    await handle.close();
  }
  throw new AppError(
    'disk-error',
    'A file could not be copied without a mistake. Check that drive.',
  );
}
