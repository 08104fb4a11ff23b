// Counts what lies in a folder, on the disk itself. Follows no links.
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface Size {
  readonly count: number;
  readonly bytes: number;
}

export const nothing: Size = { count: 0, bytes: 0 };

export function addSizes(sizes: readonly Size[]): Size {
  return sizes.reduce(
    (sum, { count, bytes }) => ({ count: sum.count + count, bytes: sum.bytes + bytes }),
    nothing,
  );
}

/** Of a file, or of all files below a folder; nothing when it is not there. */
export async function sizeOf(path: string, skip: readonly string[] = []): Promise<Size> {
  if (skip.includes(path)) return nothing;
  const found = await lstat(path).catch(() => null); // gone meanwhile: it counts no more
  if (!found) return nothing;
  if (!found.isDirectory()) return { count: 1, bytes: found.size };
  const names = await readdir(path).catch(() => []);
  const sizes: Size[] = [];
  for (let start = 0; start < names.length; start += 64) {
    const some = names.slice(start, start + 64);
    sizes.push(...(await Promise.all(some.map((name) => sizeOf(join(path, name), skip)))));
  }
  return addSizes(sizes);
}
