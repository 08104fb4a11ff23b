// One backup: an archive of everything, written aside, verified, then named; old ones go only after the new one is there.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFile } from '#shared/contract/backups.ts';
import { AppError } from '#shared/errors.ts';
import { forgetExport, noteExport } from '../archive/unfinished-exports.ts';
import { type ExportResult, writeArchive } from '../archive/write-archive.ts';
import type { EngineContext } from '../engine-context.ts';
import type { TaskProgress } from '../tasks/task-book.ts';
import { backupName, isBackupFolder, noteBackup, removeOldBackups } from './backup-folder.ts';

export interface BackupOrder {
  readonly folder: string;
  readonly kind: BackupFile['kind'];
  readonly includeMedia: boolean;
  readonly keep: number;
  readonly progress: TaskProgress;
  readonly signal: AbortSignal;
}

export async function makeBackup(
  context: Pick<EngineContext, 'db' | 'paths' | 'libraryId' | 'version' | 'clock'>,
  order: BackupOrder,
): Promise<ExportResult> {
  const { db, paths, clock } = context;
  const { folder, kind } = order;
  if (!isBackupFolder(folder)) {
    throw new AppError(
      'file-missing',
      'The backup folder is not there. Connect its drive, or choose another folder.',
      { retryable: true },
    );
  }
  const name = backupName(kind, clock.now());
  if (existsSync(join(folder, name))) {
    throw new AppError('conflict', 'There is a file with the name of this backup already.');
  }
  noteBackup(folder, name);
  const result = await writeArchive(
    {
      database: paths.database,
      library: paths.library,
      home: paths.home,
      libraryId: context.libraryId,
      version: context.version,
      now: () => clock.now(),
    },
    join(folder, name),
    {
      includeMedia: order.includeMedia,
      progress: order.progress,
      signal: order.signal,
      onPart: (part, isThere) => (isThere ? noteExport(db, part) : forgetExport(db, part)),
    },
  );
  removeOldBackups(folder, kind, order.keep);
  return result;
}
