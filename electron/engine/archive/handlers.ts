// Answers the contract's calls about archives and long tasks. Wires; the work is in write-archive.ts and task-book.ts.
import { AppError } from '#shared/errors.ts';
import { isoTime } from '../clock.ts';
import type { ArchiveHandlers, EngineContext } from '../engine-context.ts';
import { createTaskBook } from './task-book.ts';
import { type ExportOptions, type ExportResult, writeArchive } from './write-archive.ts';

export function createArchiveHandlers(context: EngineContext): ArchiveHandlers {
  const { clock, db, emit, host, ids, paths } = context;
  const tasks = createTaskBook({
    makeId: () => ids.make(),
    now: () => clock.now(),
    onChange: (state) => emit('task.changed', state),
  });
  const targets = new Set<string>();
  context.onClose(() => tasks.close());

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
        options,
      );
      const note = { at: isoTime(clock.now()), sizeBytes: result.sizeBytes, verified: true };
      db.run(
        `insert into setting (key, value) values ('last_export', ?)
         on conflict (key) do update set value = excluded.value`,
        JSON.stringify(note),
      );
      return result;
    } finally {
      targets.delete(target);
    }
  }

  return {
    'archive.export': async ({ grantId, includeMedia }) => {
      const { path: target } = await host.call('grants.redeem', { grantId });
      if (targets.has(target)) {
        throw new AppError('conflict', 'This file is being written already.');
      }
      targets.add(target);
      const taskId = tasks.start('export', (progress, signal) =>
        runExport(target, { includeMedia, progress, signal }),
      );
      return { taskId };
    },
    'tasks.get': ({ id }) => tasks.get(id),
    'tasks.list': () => ({ items: tasks.list() }),
    'tasks.cancel': ({ id }) => tasks.cancel(id),
  };
}
