// Reads until a buffer is full, in calls that wait: for threads that do nothing else.
import { readSync } from 'node:fs';

/** How many bytes of it were filled; fewer than it has only at the end of the file. `at` is `null` for where the last read ended. */
export function readFully(fd: number, into: Buffer, at: number | null): number {
  let done = 0;
  while (done < into.length) {
    const place = at === null ? null : at + done;
    const found = readSync(fd, into, done, into.length - done, place);
    if (found === 0) break;
    done += found;
  }
  return done;
}
