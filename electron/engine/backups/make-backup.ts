// One backup: an archive of everything, written aside, verified, then named; old ones go only after the new one is there.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFile } from '#shared/contract/backups.ts';
import { AppError } from '#shared/errors.ts';
import { forgetExport, noteExport } from '../archive/export/unfinished-exports.ts';
import { type ExportResult, writeArchive } from '../archive/export/write-archive.ts';
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
  const name = freeName(folder, kind, clock.now());
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

/** After two in one second, or when another's file has that name: of the next second that is free. */
function freeName(folder: string, kind: BackupFile['kind'], atMs: number): string {
  const name = backupName(kind, atMs);
  return existsSync(join(folder, name)) ? freeName(folder, kind, atMs + 1000) : name;
}
