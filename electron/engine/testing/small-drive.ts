// A drive of its own for a test: small, read-only when told, and gone when told. Only an administrator of Linux may make one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDrive {
  readonly folder: string;
  makeReadOnly(): void;
  /** Also while files on it are open. */
  takeOut(): void;
  remove(): void;
}

/** `files` limits how many it takes, whatever their size. `null` where no drive can be made. */
export function makeDrive(sizeBytes: number, files = 1000): SmallDrive | null {
  const folder = mkdtempSync(join(tmpdir(), 'kling5-drive-'));
  const place = join(folder, 'drive');
  mkdirSync(place);
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { stdio: 'ignore' });
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${sizeBytes},nr_inodes=${files}`, 'tmpfs', place);
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  let isIn = true;
  const takeOut = () => {
    if (isIn) run('umount', '-l', place);
    isIn = false;
  };
  return {
    folder: place,
    makeReadOnly: () => run('mount', '-o', 'remount,ro', place),
    takeOut,
    remove: () => {
      takeOut();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
