// How much room the drive of a folder has.
import { statfs } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import { sizeLabel } from '../size-label.ts';

export interface DiskSpace {
  readonly freeBytes: number;
  readonly diskBytes: number;
}

export async function readDiskSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, diskBytes: blocks * bsize };
}

export async function diskFull(folder: string, neededBytes: number): Promise<AppError> {
  const { freeBytes } = await readDiskSpace(folder);
  return new AppError(
    'disk-full',
    `The disk is full: ${sizeLabel(neededBytes)} needed, ${sizeLabel(freeBytes)} free. Make room, then try again.`,
    { retryable: true, details: { neededBytes, freeBytes } },
  );
}

/** Refuses before a byte is written what would not fit. */
export async function requireSpace(folder: string, neededBytes: number): Promise<void> {
  const { freeBytes } = await readDiskSpace(folder);
  if (freeBytes < neededBytes) throw await diskFull(folder, neededBytes);
}
