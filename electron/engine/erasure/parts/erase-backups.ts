// Copies of the database that the app made by itself hold the erased words too. They are replaced by one fresh copy, made and verified
// before the others go. Copies in folders of the user's choice are the user's.
import { join } from 'node:path';
import { toAppError } from '#shared/errors.ts';
import { backUp } from '../../database/backup.ts';
import type { EngineContext } from '../../engine-context.ts';
import { failpoint } from '../../failpoint.ts';
import { isLibraryFolder, kindOfLibraryFile } from '../../library/library-names.ts';
import { deleteFile, deleteFolder, listFolder, statOf, walkFiles } from '../file-tree.ts';
import type { Amount } from './amount.ts';

/** Absolute. */
export function backupFiles(library: string): string[] {
  return [...walkFiles(join(library, 'backups'))]
    .filter(
      ({ path, isPlainFile }) => isPlainFile && kindOfLibraryFile(`backups/${path}`) === 'backups',
    )
    .map(({ path }) => join(library, 'backups', path));
}

export interface ReplacedBackups extends Amount {
  /** Old copies that resisted, absolute. */
  readonly left: readonly string[];
}

export function replaceBackups({
  db,
  paths,
  clock,
  log,
}: Pick<EngineContext, 'db' | 'paths' | 'clock' | 'log'>): ReplacedBackups {
  const old = backupFiles(paths.library);
  if (old.length === 0) return { count: 0, bytes: 0, left: [] };
  const fresh = () =>
    join(paths.backups, backUp(db.connection, paths.backups, 'daily', clock.now()));
  let made: string | null = null;
  try {
    made = fresh();
  } catch (thrown) {
    log.warn('backup-failed', { code: toAppError(thrown).code }); // a full disk has room once the old ones are gone
  }
  failpoint('erase backup made');
  const sum = { count: 0, bytes: 0 };
  const left: string[] = [];
  for (const file of old) {
    if (file === made) continue;
    const bytes = statOf(file)?.size ?? 0;
    if (deleteFile(file)) {
      sum.count += 1;
      sum.bytes += bytes;
    } else left.push(file);
    failpoint('erase backup gone');
  }
  removeEmptyFolders(paths.backups);
  if (made === null) fresh();
  return { ...sum, left };
}

/** Folders of copies that were kept aside; one that is not empty stays. */
function removeEmptyFolders(backups: string): void {
  for (const entry of listFolder(backups)) {
    if (entry.isDirectory() && isLibraryFolder(`backups/${entry.name}`)) {
      deleteFolder(join(backups, entry.name));
    }
  }
}
