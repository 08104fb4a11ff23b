// A drive other than that of temporary files, so that a move between the two copies bytes. For tests and nothing else.
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';

const candidates = ['/dev/shm', '/var/tmp'];

/** A folder of that drive that everybody may write to; where there is none, that of temporary files. */
export function otherDrive(): string {
  const here = statSync(tmpdir()).dev;
  const deviceOf = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.dev ?? here;
  return candidates.find((folder) => deviceOf(folder) !== here) ?? tmpdir();
}
