// The calls about backups, and the clock that makes one when it is due. One at a time; a try that did not work is told and repeated.
import { join } from 'node:path';
import type { BackupState } from '#shared/contract/backups.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import { importArchive } from '../archive/import/import-archive.ts';
import { isoTimeOrNull } from '../clock.ts';
import type { BackupHandlers, EngineContext } from '../engine-context.ts';
import { libraryLabel } from '../library/library-folder.ts';
import { claimBackupFolder, isBackupFolder, listBackupFiles } from './backup-folder.ts';
import { nextBackupMs, readPast, readPlan, writePast, writePlan } from './backup-plan.ts';
import { makeBackup } from './make-backup.ts';

/** When one is due and cannot be made now: a drive that comes back is not waited for longer. */
const lookAgainMs = 5 * 60_000;
/** A clock that jumps is noticed at the next look. */
const longestWaitMs = 3_600_000;
const firstLookMs = 60_000;
const keptBeforeRestore = 3;

export function createBackupHandlers(context: EngineContext): BackupHandlers {
  const { db, clock, emit, host, ids, log, paths, tasks } = context;
  let running: TaskId | null = null;

  function state(): BackupState {
    const { folder, ...choice } = readPlan(db);
    const past = readPast(db);
    const isFolderThere = folder !== null && isBackupFolder(folder);
    return {
      choice,
      folderLabel: folder === null ? null : libraryLabel(folder),
      isFolderThere,
      lastAt: isoTimeOrNull(past.lastAtMs),
      nextAt: isoTimeOrNull(nextBackupMs({ ...choice, folder }, past, clock.now())),
      problem: past.problem,
      taskId: running,
      backups: isFolderThere ? listBackupFiles(folder) : [],
    };
  }
  const tell = (): BackupState => {
    looks.plan();
    const now = state();
    emit('backups.changed', now);
    return now;
  };

  function begin(kind: 'backup' | 'restore', work: Parameters<typeof tasks.start>[1]): TaskId {
    if (running !== null) throw new AppError('busy', 'A backup is being made already.');
    const taskId = tasks.start(kind, async (progress, signal) => {
      try {
        return await work(progress, signal);
      } finally {
        running = null;
        tell();
      }
    });
    running = taskId;
    tell();
    return taskId;
  }

  function requireFolder(): string {
    const { folder } = readPlan(db);
    if (folder === null) throw new AppError('invalid-input', 'Choose a folder for backups first.');
    return folder;
  }

  function backUpNow(): TaskId {
    const folder = requireFolder();
    const { includeMedia, keep } = readPlan(db);
    return begin('backup', async (progress, signal) => {
      const triedAtMs = clock.now();
      try {
        const order = { folder, kind: 'planned', includeMedia, keep, progress, signal } as const;
        const result = await makeBackup(context, order);
        writePast(db, { lastAtMs: triedAtMs, triedAtMs, problem: null });
        return result;
      } catch (thrown) {
        const { code, message } = toAppError(thrown);
        if (code !== 'cancelled') {
          writePast(db, { ...readPast(db), triedAtMs, problem: { code, message } });
          log.warn('backup-failed', { code });
        }
        throw thrown;
      }
    });
  }

  function restore(name: string): TaskId {
    const folder = requireFolder();
    const known = listBackupFiles(folder).some((file) => file.name === name);
    if (!known) throw new AppError('not-found', 'This backup is not in the folder any more.');
    return begin('restore', async (progress, signal) => {
      // without media: what is on the disk stays there, and a restore removes nothing
      await makeBackup(context, {
        folder,
        kind: 'before-restore',
        includeMedia: false,
        keep: keptBeforeRestore,
        progress,
        signal,
      });
      const onAdded = () => emit('library.changed', { reason: 'added' });
      const target = { db, ids, clock, paths, onAdded };
      return importArchive(target, join(folder, name), { progress, signal, bringsBack: true });
    });
  }

  const looks = createLooks(context, {
    dueMs: () => nextBackupMs(readPlan(db), readPast(db), clock.now()),
    onDue: () => {
      if (running === null) backUpNow();
    },
  });

  return {
    'backups.state': state,
    'backups.choose': async ({ grantId }) => {
      const { path } = await host.call('grants.redeem', { grantId, use: 'folder' });
      claimBackupFolder(path, { ...paths, libraryId: context.libraryId });
      writePlan(db, { ...readPlan(db), folder: path });
      writePast(db, { ...readPast(db), problem: null });
      return tell();
    },
    'backups.change': (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      writePlan(db, { ...readPlan(db), ...Object.fromEntries(given) });
      return tell();
    },
    'backups.forget': () => {
      writePlan(db, { ...readPlan(db), isOn: false, folder: null });
      writePast(db, { lastAtMs: null, triedAtMs: null, problem: null });
      return tell();
    },
    'backups.now': () => ({ taskId: backUpNow() }),
    'backups.restore': ({ name }) => ({ taskId: restore(name) }),
  };
}

interface Due {
  /** Milliseconds since 1970; `null` while there is no plan. */
  readonly dueMs: () => number | null;
  readonly onDue: () => void;
}

/** Without a plan no timer runs at all. */
function createLooks(
  { clock, log, onClose }: Pick<EngineContext, 'clock' | 'log' | 'onClose'>,
  { dueMs, onDue }: Due,
): { plan(): void } {
  let isClosed = false;
  let cancel = clock.later(firstLookMs, look);
  function plan(): void {
    cancel();
    const nextMs = dueMs();
    if (nextMs === null || isClosed) return;
    const waitMs = nextMs - clock.now();
    cancel = clock.later(waitMs <= 0 ? lookAgainMs : Math.min(waitMs, longestWaitMs), look);
  }
  function look(): void {
    try {
      const nextMs = dueMs();
      if (nextMs !== null && nextMs <= clock.now()) onDue();
      plan();
    } catch (thrown) {
      log.warn('backup-failed', { code: toAppError(thrown).code });
      cancel = clock.later(lookAgainMs, look);
    }
  }
  onClose(() => {
    isClosed = true;
    cancel();
  });
  return { plan };
}
