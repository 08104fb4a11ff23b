// Where tests keep what they throw away: in memory where there is plenty, since most of the time of a test with a database is waiting
// for a disk. A test that needs two drives asks electron/engine/testing/other-drive.ts for the other one.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

const gibibyte = 2 ** 30;
const memoryDrive = '/dev/shm';
/** What statfs says of a drive in memory. */
const tmpfs = 0x01021994;

/** The decision alone: from the drive in memory (`null` when there is none) and what else is known. */
export function isRoomy(drive, { freeMemoryBytes, chosenFolder }) {
  return (
    chosenFolder === undefined &&
    drive !== null &&
    drive.type === tmpfs &&
    drive.freeBytes >= 4 * gibibyte &&
    freeMemoryBytes >= 8 * gibibyte
  );
}

/** Calls `use()` with the folder for temporary files in memory, if there is room, and resolves to its result. Nothing is left behind. */
export async function withTemporaryInMemory(use) {
  const known = { freeMemoryBytes: freemem(), chosenFolder: process.env.TMPDIR };
  if (!isRoomy(readDrive(), known)) return use();
  const folder = mkdtempSync(join(memoryDrive, 'kling5-tests-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  process.env.TMPDIR = folder;
  try {
    return await use();
  } finally {
    delete process.env.TMPDIR;
    process.off('exit', remove);
    remove();
  }
}

function readDrive() {
  try {
    const { type, bavail, bsize } = statfsSync(memoryDrive);
    return { type, freeBytes: bavail * bsize };
  } catch {
    return null;
  }
}
