// The absolute path of a file whose relative path a row names. A row that leads out of the library is refused.
import { isAbsolute, join, relative, sep } from 'node:path';
import { AppError } from '#shared/errors.ts';

export function libraryFile(library: string, filePath: string): string {
  const path = join(library, filePath);
  const inside = relative(library, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw new AppError('library-damaged', 'The library names a file outside its folder.');
  }
  return path;
}
