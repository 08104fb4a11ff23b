// Keeps a copy of a damaged database aside, once per state of the file. The original stays where it is, untouched.
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Returns the name of the folder in `backups/` that holds the copy. */
export function keepDamagedCopy(database: string, backups: string): string {
  const { size, mtime } = statSync(database);
  const stamp = mtime.toISOString().replace(/[:.]/g, '-');
  const name = `damaged-${stamp}-${size}`;
  const folder = join(backups, name);
  if (existsSync(join(folder, basename(database)))) return name;
  mkdirSync(folder, { recursive: true });
  for (const suffix of ['-wal', '']) {
    const source = database + suffix;
    if (existsSync(source)) copyFileSync(source, join(folder, basename(source)));
  }
  return name;
}
