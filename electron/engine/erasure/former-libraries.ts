// Folders that were this home's library before and still hold what the app made: how much, and whether a wipe can reach them. Deletes
// nothing. One whose marker names another library, or that has none, is nobody's business.
import { dirname, resolve } from 'node:path';
import { toAppError } from '#shared/errors.ts';
import { formerLibraries, libraryLabel, refuseDangerous } from '../library/library-folder.ts';
import { acquireLibraryLock } from '../library/library-lock.ts';
import { libraryPaths } from '../library/library-paths.ts';
import { statOf, withSizes } from './file-tree.ts';
import { libraryFiles, libraryIdOf } from './library-files.ts';
import type { FormerAmount } from './wipe-plan.ts';

export interface FormerFolder extends FormerAmount {
  readonly path: string;
  readonly libraryId: string;
}

export function findFormer(home: string, present: string): FormerFolder[] {
  return formerLibraries(home).flatMap(({ library, libraryId }): FormerFolder[] => {
    const path = resolve(library);
    if (path === resolve(present) || !isSafe(path, home)) return [];
    const folder = { path, libraryId, label: libraryLabel(path), count: 0, bytes: 0 };
    if (statOf(path) === null) {
      // a folder that is gone while the one around it is there was deleted or emptied
      return statOf(dirname(path)) === null ? [{ ...folder, hindrance: 'away' }] : [];
    }
    if (libraryIdOf(path) !== libraryId) return [];
    if (isInUse(path)) return [{ ...folder, hindrance: 'in-use' }];
    const files = [...withSizes(path, libraryFiles(path, new Map()))].filter(
      ({ kind }) => kind !== null,
    );
    const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    return [{ ...folder, count: files.length, bytes, hindrance: null }];
  });
}

function isSafe(path: string, home: string): boolean {
  try {
    refuseDangerous(path, home);
    return true;
  } catch {
    return false; // a home folder or a whole drive, whatever its marker says
  }
}

function isInUse(path: string): boolean {
  const { lock } = libraryPaths(path);
  if (statOf(lock) === null) return false;
  try {
    acquireLibraryLock(lock, 0)();
    return false;
  } catch (thrown) {
    return toAppError(thrown).code === 'library-locked';
  }
}
