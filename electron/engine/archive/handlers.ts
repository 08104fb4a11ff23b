// Answers the contract's calls about archives. Wires; the work is in write-archive.ts and import-archive.ts.
import type { GrantId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { isoTime } from '../clock.ts';
import { writeSetting } from '../database/settings.ts';
import type { ArchiveHandlers, EngineContext } from '../engine-context.ts';
import { importArchive } from './import/import-archive.ts';
import { inspectArchive } from './import/import-preview.ts';
import { forgetExport, noteExport } from './export/unfinished-exports.ts';
import { type ExportOptions, type ExportResult, writeArchive } from './export/write-archive.ts';

const mostInspected = 20;

export function createArchiveHandlers(context: EngineContext): ArchiveHandlers {
  const { clock, db, emit, host, ids, paths, tasks } = context;
  const targets = new Set<string>();
  let isImporting = false;
  /** Places that were inspected, by their grant, so that what was looked at can be imported. */
  const inspected = new Map<string, string>();
  const redeem = async (grantId: GrantId): Promise<string> => {
    const known = inspected.get(grantId);
    return known ?? (await host.call('grants.redeem', { grantId, use: 'read' })).path;
  };

  async function runExport(target: string, options: ExportOptions): Promise<ExportResult> {
    try {
      const result = await writeArchive(
        {
          database: paths.database,
          library: paths.library,
          home: paths.home,
          libraryId: context.libraryId,
          version: context.version,
          now: () => clock.now(),
        },
        target,
        {
          ...options,
          onPart: (part, isThere) => (isThere ? noteExport(db, part) : forgetExport(db, part)),
        },
      );
      if (options.only) return result; // a part is no copy of everything
      const note = { at: isoTime(clock.now()), sizeBytes: result.sizeBytes, verified: true };
      writeSetting(db, 'last_export', note);
      return result;
    } finally {
      targets.delete(target);
    }
  }

  return {
    'archive.export': async ({ grantId, only, ...asked }) => {
      const { path: target } = await host.call('grants.redeem', { grantId, use: 'write' });
      if (targets.has(target)) {
        throw new AppError('conflict', 'This file is being written already.');
      }
      targets.add(target);
      const taskId = tasks.start('export', (progress, signal) =>
        runExport(target, { ...asked, progress, signal, ...(only ? { only } : {}) }),
      );
      return { taskId };
    },
    'archive.inspect': async ({ grantId }, { signal }) => {
      const path = await redeem(grantId);
      inspected.set(grantId, path);
      const [oldest] = inspected.keys();
      if (inspected.size > mostInspected && oldest !== undefined) inspected.delete(oldest);
      return inspectArchive({ db, ids, paths, libraryId: context.libraryId }, path, signal);
    },
    'archive.import': async ({ grantId, partly }) => {
      const path = await redeem(grantId);
      if (isImporting) throw new AppError('conflict', 'Another archive is being imported.');
      inspected.delete(grantId);
      isImporting = true;
      const taskId = tasks.start('import', async (progress, signal) => {
        try {
          const onAdded = () => emit('library.changed', { reason: 'added' });
          return await importArchive({ db, ids, clock, paths, onAdded }, path, {
            progress,
            signal,
            partly,
          });
        } finally {
          isImporting = false;
        }
      });
      return { taskId };
    },
  };
}
