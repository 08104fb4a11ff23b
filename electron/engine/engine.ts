// Opens a library and puts the engine together on it, in the order that keeps data safe; and takes it apart again. Knows no Electron,
// starts no process.
import type { EngineHandlers } from '#shared/contract/engine.ts';
import type { HostedHandlers } from '#shared/contract/host.ts';
import { toAppError } from '#shared/errors.ts';
import { tidyArchives } from './archive/tidy-archives.ts';
import { type Closer, createCloser } from './closers.ts';
import { backUpDaily } from './database/daily-backup.ts';
import { openDatabase } from './database/open-database.ts';
import { readThroughLater } from './database/read-through.ts';
import type { EngineContext, EngineDeps } from './engine-context.ts';
import { createEngineHandlers } from './engine-handlers.ts';
import { createParts, type EngineParts, type OpenLibrary } from './engine-parts.ts';
import { sweepIncoming } from './jobs/sweep-incoming.ts';
import { keepLedger } from './ledger/keep-ledger.ts';
import { watchAbsence } from './library/absence.ts';
import { prepareLibraryFolder } from './library/library-folder.ts';
import { acquireLibraryLock } from './library/library-lock.ts';
import { libraryPaths } from './library/library-paths.ts';
import { finishMove } from './move/finish-move.ts';
import { withPlainErrors } from './plain-error.ts';

export type { EngineDeps } from './engine-context.ts';

export interface Engine {
  /** Both contracts that the engine serves, merged. */
  readonly handlers: EngineHandlers & HostedHandlers;
  readonly context: EngineContext;
  /** Ends all work, marks the exit as clean, releases the library. May be called twice. */
  close(): Promise<void>;
}

/** Reading 32 MB through takes a tenth of a second; a library of 100,000 clips would hold the window back for half of one. */
const mostBytesReadFirst = 32_000_000;

/** Throws `library-…` or `disk-…` errors when the library cannot be used; nothing is left open then. */
export async function createEngine(given: EngineDeps): Promise<Engine> {
  const deps = { ...given, paths: { ...given.paths, library: await finishMove(given) } };
  const { libraryId } = prepareLibraryFolder(deps.paths, deps.ids);
  const paths = { ...deps.paths, ...libraryPaths(deps.paths.library) };
  const unlock = acquireLibraryLock(paths.lock);
  try {
    const { db, close, wasClosedCleanly, isRead } = openDatabase({
      paths,
      clock: deps.clock,
      log: deps.log,
      ...(deps.onDamage ? { mostBytesRead: mostBytesReadFirst } : {}),
    });
    const closers: Closer[] = [unlock, close];
    const onClose = (action: Closer) => void closers.push(action);
    if (!isRead) readThroughLater({ ...deps, file: paths.database, onClose });
    return assemble(deps, { db, paths, libraryId, onClose, closers, wasClosedCleanly });
  } catch (thrown) {
    unlock();
    throw thrown;
  }
}

function assemble(deps: EngineDeps, library: OpenLibrary): Engine {
  const parts = createParts(deps, library);
  const close = createCloser(library.closers, deps.log);
  const handlers = withPlainErrors(
    createEngineHandlers(parts, close),
    watchAbsence({ ...deps, ...library }),
  );
  begin(parts, deps);
  return { handlers, context: parts.context, close };
}

/** What an earlier process left is tidied first; then work goes on, and the cloud is asked. */
function begin({ context, runner, elsewhere, access }: EngineParts, deps: EngineDeps): void {
  const { db, paths, log, erasures, cloud, version } = context;
  backUpDaily(context);
  keepLedger(context);
  tidyArchives(context);
  void sweepIncoming(db, paths.incoming).catch((thrown: unknown) =>
    log.warn('sweep-failed', { code: toAppError(thrown).code }),
  );
  runner.start();
  erasures.start();
  access.start();
  cloud.start(deps.firstLookMs ?? 0);
  elsewhere.history.start();
  log.info('engine-started', { version });
}
