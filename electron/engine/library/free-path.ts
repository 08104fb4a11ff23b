// A name in a folder that no other file has.
import { lstat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** The wanted path, or one beside it when another file has that name. */
export async function freePath(folder: string, wanted: string): Promise<string> {
  const extension = extname(wanted);
  const stem = wanted.slice(0, wanted.length - extension.length);
  for (let copy = 1; ; copy += 1) {
    const path = copy === 1 ? wanted : `${stem} (${copy})${extension}`;
    if (!(await isTaken(join(folder, path)))) return path;
  }
}

/** Also by a link that leads nowhere: what is written there would go elsewhere. */
export function isTaken(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
