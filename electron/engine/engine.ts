// Puts the engine together in the order that keeps data safe, and takes it apart again. Knows no Electron, starts no process.
import type { EngineHandlers } from '#shared/contract/engine.ts';
import type { HostedHandlers } from '#shared/contract/host.ts';
import { type AppError, type ErrorCode, toAppError } from '#shared/errors.ts';
import { createAccessRequests } from './access/cloud-access-requests.ts';
import { createArchiveHandlers } from './archive/handlers.ts';
import { createAssetsHandlers } from './assets/handlers.ts';
import { createBackupHandlers } from './backups/handlers.ts';
import { takeBackPlaces } from './archive/import/import-places.ts';
import { sweepExports } from './archive/export/unfinished-exports.ts';
import { createCloudMonitor, type CloudMonitor } from './cloud/cloud-monitor.ts';
import { createEndpointSource } from './cloud/endpoint.ts';
import { createGatewayClient, type GatewayClient } from './cloud/gateway-client.ts';
import { createHttpClient, type HttpClient } from './cloud/http-client.ts';
import { createWakeUpHandlers } from './cloud/wake-up.ts';
import { createOnwardLedger } from './cloud/onward-ledger.ts';
import { backUp, lastBackupAt } from './database/backup.ts';
import { readActive, readGeneration } from './database/generation-reads.ts';
import { endAbandonedRequests, recordRequest } from './database/ledger-writes.ts';
import { openDatabase } from './database/open-database.ts';
import { readThroughLater } from './database/read-through.ts';
import type { EngineContext, EngineDeps } from './engine-context.ts';
import { createCloudErasures } from './cloud-erasure/cloud-erasures.ts';
import { createErasuresHandlers } from './cloud-erasure/handlers.ts';
import { createCollectionsHandlers } from './collections/handlers.ts';
import { createErasureHandlers } from './erasure/handlers.ts';
import { createEraseHandlers } from './erasure/parts/handlers.ts';
import { createFeedbackHandlers } from './feedback/handlers.ts';
import { createFetchAgainHandlers } from './fetch-again/handlers.ts';
import { createFilesOutHandlers } from './files-out/handlers.ts';
import { createClipTagsHandlers } from './organise/clip-tags.ts';
import { createOwnFilesHandlers } from './own-files/handlers.ts';
import { createFramesHandlers } from './frames/handlers.ts';
import { createHandlers } from './handlers.ts';
import { createGenerationViews } from './jobs/generation-views.ts';
import type { JobContext } from './jobs/job-context.ts';
import { createLiveJobs } from './jobs/live-jobs.ts';
import { createQueueControl } from './jobs/queue-control.ts';
import { createRunner, type Runner } from './jobs/runner.ts';
import { sweepIncoming } from './jobs/sweep-incoming.ts';
import { createFileIds } from './inspect/file-ids.ts';
import { createInspectHandlers } from './inspect/handlers.ts';
import { createLedgerHandlers } from './ledger/handlers.ts';
import { keepLedger } from './ledger/keep-ledger.ts';
import { prepareLibraryFolder } from './library/library-folder.ts';
import { acquireLibraryLock } from './library/library-lock.ts';
import { libraryPaths } from './library/library-paths.ts';
import { watchLibrary } from './library/library-presence.ts';
import { createFindFilesHandlers } from './library/find-files-handlers.ts';
import { createLineageHandlers } from './library/lineage-handlers.ts';
import { finishMove } from './move/finish-move.ts';
import { createMoveHandlers } from './move/handlers.ts';
import { createLibraryOrderHandlers } from './library/order-handlers.ts';
import { createOrganiseHandlers } from './organise/handlers.ts';
import { createUndoBook } from './organise/undo-book.ts';
import { withPlainErrors } from './plain-error.ts';
import { type ChoiceBook, createChoiceBook } from './privacy/choice-book.ts';
import { createChoiceHandlers } from './privacy/handlers.ts';
import { createPrivacyRequestHandlers } from './privacy/privacy-requests.ts';
import { refuseObjected } from './privacy/objection.ts';
import { createSavedPromptsHandlers } from './prompts/handlers.ts';
import { createSettingsBook } from './settings/settings-book.ts';
import { createElsewhere } from './sync/elsewhere.ts';
import { createSyncHandlers } from './sync/handlers.ts';
import { createTaskHandlers } from './tasks/handlers.ts';
import { createTaskBook } from './tasks/task-book.ts';
import { createBandwidth } from './transfers/bandwidth.ts';
import { createPieces } from './transfers/pieces.ts';

export type { EngineDeps } from './engine-context.ts';

export interface Engine {
  /** Both contracts that the engine serves, merged. */
  readonly handlers: EngineHandlers & HostedHandlers;
  readonly context: EngineContext;
  /** Ends all work, marks the exit as clean, releases the library. May be called twice. */
  close(): Promise<void>;
}

const dayMs = 24 * 3_600_000;
const backupDelayMs = 60_000;
/** Reading 32 MB through takes a tenth of a second; a library of 100,000 clips would hold the window back for half of one. */
const mostBytesReadFirst = 32_000_000;
const signsOfAbsence: ReadonlySet<ErrorCode> = new Set([
  'disk-error',
  'file-missing',
  'permission-denied',
  'library-missing',
  'internal',
]);

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
    const closers: (() => void | Promise<void>)[] = [unlock, close];
    const onClose = (action: () => void | Promise<void>) => void closers.push(action);
    if (!isRead) readThroughLater({ ...deps, file: paths.database, onClose });
    return assemble(deps, { db, paths, libraryId, onClose, closers, wasClosedCleanly });
  } catch (thrown) {
    unlock();
    throw thrown;
  }
}

interface Opened extends Pick<EngineContext, 'db' | 'paths' | 'libraryId' | 'onClose'> {
  readonly closers: (() => void | Promise<void>)[];
  readonly wasClosedCleanly: boolean;
}

function assemble(deps: EngineDeps, opened: Opened): Engine {
  const { clock, log, emit, random } = deps;
  const { db, paths, closers, onClose } = opened;
  const choices = createChoiceBook(db, clock);
  const { http, gateway, cloud, onward } = connectCloud(deps, opened, choices, () =>
    publishActive(),
  );
  choices.onChange(() => {
    emit('choices.changed', choices.list());
    runner.tryAgain();
  });
  const live = createLiveJobs();
  const settings = createSettingsBook(db);
  settings.onChange((changed) => {
    emit('settings.changed', changed);
    runner.wake();
  });
  const queue = createQueueControl({
    db,
    clock,
    wasClosedCleanly: opened.wasClosedCleanly,
    onChange: (state) => {
      emit('queue.changed', state);
      runner.wake();
    },
  });
  const views = createGenerationViews(db, { live, cloud, queue });
  const publish = (sequence: number) => {
    const row = readGeneration(db, sequence);
    if (row) emit('generation.changed', views.summary(row));
    onward.pullSoon();
  };
  const publishActive = () => {
    for (const row of readActive(db).slice(0, 50)) emit('generation.changed', views.summary(row));
  };
  const jobs: JobContext = {
    db,
    clock,
    random,
    ids: deps.ids,
    log,
    paths,
    gateway,
    cloud,
    live,
    queue,
    settings,
    bandwidth: createBandwidth(clock, () => settings.now.bytesPerSecond),
    pieces: createPieces(),
    wakeErasures: () => erasures.wake(),
    publish,
    libraryChanged: (reason) => emit('library.changed', { reason }),
  };
  const runner: Runner = createRunner(jobs);
  onClose(() => runner.stop());
  const elsewhere = createElsewhere({ jobs, gateway, emit, wake: () => runner.wake() });
  onClose(() => elsewhere.stop());
  const tasks = createTaskBook({
    makeId: () => deps.ids.make(),
    now: () => clock.now(),
    onChange: (state) => emit('task.changed', state),
  });
  onClose(() => tasks.close());
  const erasures = createCloudErasures({ ...deps, db, gateway, cloud });
  onClose(() => erasures.stop());
  const access = createAccessRequests({ ...deps, db, gateway, cloud });
  onClose(() => access.stop());
  const context: EngineContext = {
    ...deps,
    ...opened,
    erasures,
    gateway,
    cloud,
    onward,
    settings,
    choices,
    fileIds: createFileIds(deps.ids.make()),
    tasks,
    undo: createUndoBook({ db, now: () => clock.now() }),
    stopWork: () => runner.stop(),
  };
  const close = createCloser(closers, log);
  const handlers = withPlainErrors(
    {
      ...createHandlers({ context, jobs, elsewhere, queue, runner, views, shutdown: close }),
      ...createOrganiseHandlers(context, () => jobs.libraryChanged('updated')),
      ...createLibraryOrderHandlers(context, views),
      ...createFindFilesHandlers(context, () => jobs.libraryChanged('updated')),
      ...createLineageHandlers(context, views),
      ...createCollectionsHandlers(context, () => jobs.libraryChanged('updated')),
      ...createFeedbackHandlers({ jobs, emit }),
      ...createFetchAgainHandlers({ jobs, tasks }),
      ...createFramesHandlers(context),
      ...createOwnFilesHandlers(context),
      ...createClipTagsHandlers(context),
      ...createFilesOutHandlers(context),
      ...createSyncHandlers(elsewhere),
      ...createWakeUpHandlers({ http, cloud, runner }),
      ...createAssetsHandlers(context, views),
      ...createSavedPromptsHandlers(context, views),
      ...createTaskHandlers(context),
      ...createArchiveHandlers(context),
      ...createBackupHandlers(context),
      ...createErasureHandlers(context),
      ...createEraseHandlers(context, jobs.libraryChanged),
      ...createInspectHandlers(context),
      ...createErasuresHandlers(context),
      'access.state': () => access.state(),
      'access.ask': () => access.ask(),
      ...createLedgerHandlers(context),
      ...createMoveHandlers(context),
      ...createChoiceHandlers(context),
      ...createPrivacyRequestHandlers(context),
    },
    watchPresence(deps, opened),
  );
  scheduleBackup(context);
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
  log.info('engine-started', { version: deps.version });
  return { handlers, context, close };
}

function connectCloud(
  deps: EngineDeps,
  { db, onClose }: Opened,
  choices: ChoiceBook,
  onFlip: () => void,
): Pick<EngineContext, 'gateway' | 'cloud' | 'onward'> & { readonly http: HttpClient } {
  const { clock, random, emit } = deps;
  let wasReachable: string | null = null;
  endAbandonedRequests(db);
  const http = createHttpClient({
    clock,
    version: deps.version,
    record: (request) => recordRequest(db, request),
  });
  onClose(() => http.close());
  const cloud: CloudMonitor = createCloudMonitor({
    db,
    clock,
    random,
    gateway: () => gateway,
    onChange: (state) => {
      emit('cloud.changed', state);
      onward.pullSoon();
      if (wasReachable !== null && wasReachable !== state.reachable) onFlip();
      wasReachable = state.reachable;
    },
  });
  onClose(() => cloud.stop());
  const gateway: GatewayClient = createGatewayClient({
    http,
    endpoints: createEndpointSource(deps.host),
    clock,
    permit: (route, body) => refuseObjected(route, body, choices.allows),
    onOutcome: (error) => cloud.report(error),
  });
  const onward = createOnwardLedger({
    db,
    clock,
    gateway,
    service: () => cloud.state().service,
    isReachable: () => cloud.isReachable,
  });
  onClose(() => onward.stop());
  return { http, gateway, cloud, onward };
}

/** Returns what is told of every call that failed. */
function watchPresence(
  { clock, onLibraryGone }: EngineDeps,
  { db, paths, onClose }: Opened,
): (error: AppError) => void {
  if (!onLibraryGone) return () => undefined;
  const watch = watchLibrary({ db, clock, marker: paths.marker, onGone: onLibraryGone });
  onClose(() => watch.stop());
  return ({ code }) => {
    if (signsOfAbsence.has(code)) watch.suspect();
  };
}

/** What an import or an export left that died. Before any job runs, which could place files too. */
function tidyArchives({ db, paths, log }: EngineContext): void {
  try {
    const placed = takeBackPlaces(db, paths);
    const parts = sweepExports(db);
    if (placed + parts > 0) log.info('archives-tidied', { placed, parts });
  } catch (thrown) {
    log.warn('sweep-failed', { code: toAppError(thrown).code });
  }
}

/** Runs the closers once, last registered first; one that fails does not keep the others from running. */
function createCloser(
  closers: readonly (() => void | Promise<void>)[],
  log: EngineDeps['log'],
): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const run = async () => {
    for (const closer of closers.toReversed()) {
      try {
        await closer();
      } catch (thrown) {
        log.error('close-failed', { message: toAppError(thrown).message });
      }
    }
  };
  return () => {
    closing ??= run();
    return closing;
  };
}

/** Once a day, a while after the start so that nobody waits for it. */
function scheduleBackup({ db, paths, clock, log, onClose }: EngineContext): void {
  let cancel = () => undefined as void;
  const check = () => {
    cancel = clock.later(dayMs / 4, check);
    // one from the future was made while the clock was wrong
    const ageMs = clock.now() - lastBackupAt(paths.backups, 'daily');
    if (ageMs >= 0 && ageMs < dayMs) return;
    try {
      log.info('backed-up', { backup: backUp(db.connection, paths.backups, 'daily', clock.now()) });
    } catch (thrown) {
      log.error('backup-failed', { code: toAppError(thrown).code });
    }
  };
  cancel = clock.later(backupDelayMs, check);
  onClose(() => cancel());
}
