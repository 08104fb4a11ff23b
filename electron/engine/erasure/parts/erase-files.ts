// Removes the files whose rows are gone, and forgets each once it is not there. What resists stays noted and is tried again.
import { isAbsolute } from 'node:path';
import type { EngineContext } from '../../engine-context.ts';
import { failpoint } from '../../failpoint.ts';
import { libraryFile } from '../../library/library-file.ts';
import { deleteFile } from '../file-tree.ts';
import { addRemoved, type ErasingFile, filesOf, forgetFile } from './erase-book.ts';

const atOnce = 64;

export interface FileWork {
  readonly orderId: string;
  readonly isOver: () => boolean;
  readonly onGone: (file: ErasingFile) => void;
}

/** Resolves with how many are still there. */
export async function eraseFiles(
  { db, paths }: Pick<EngineContext, 'db' | 'paths'>,
  { orderId, isOver, onGone }: FileWork,
): Promise<number> {
  const files = filesOf(db, orderId);
  let left = 0;
  for (let start = 0; start < files.length && !isOver(); start += atOnce) {
    const gone = files.slice(start, start + atOnce).filter((file) => {
      const isGone = deleteFile(placeOf(paths.library, file.path));
      failpoint('erase file gone');
      return isGone;
    });
    db.transaction(() => {
      for (const { path } of gone) forgetFile(db, orderId, path);
      addRemoved(
        db,
        orderId,
        gone.map(({ kind, sizeBytes }) => ({ kind, count: 1, bytes: sizeBytes })),
      );
    });
    for (const file of gone) onGone(file);
    left += files.slice(start, start + atOnce).length - gone.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return left;
}

/** Logs are outside of the library and noted by their whole path. */
function placeOf(library: string, path: string): string {
  return isAbsolute(path) ? path : libraryFile(library, path);
}
