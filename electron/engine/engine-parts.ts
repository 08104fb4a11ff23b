// Makes the parts of the engine, each from those below it, and ties what one has to tell another. Starts nothing.
import { type AccessRequests, createAccessRequests } from './access/cloud-access-requests.ts';
import { createCloudErasures } from './cloud-erasure/cloud-erasures.ts';
import { type CloudConnection, connectCloud } from './cloud/connect-cloud.ts';
import type { Closer } from './closers.ts';
import { readActive, readGeneration } from './database/generation-reads.ts';
import type { EngineContext, EngineDeps } from './engine-context.ts';
import { createFileIds } from './inspect/file-ids.ts';
import { createGenerationViews, type GenerationViews } from './jobs/generation-views.ts';
import type { JobContext } from './jobs/job-context.ts';
import { createLiveJobs } from './jobs/live-jobs.ts';
import { createQueueControl, type QueueControl } from './jobs/queue-control.ts';
import { createRunner, type Runner } from './jobs/runner.ts';
import { createUndoBook } from './organise/undo-book.ts';
import { createChoiceBook } from './privacy/choice-book.ts';
import { createSettingsBook } from './settings/settings-book.ts';
import { createElsewhere, type Elsewhere } from './sync/elsewhere.ts';
import { createTaskBook } from './tasks/task-book.ts';
import { createBandwidth } from './transfers/bandwidth.ts';
import { createPieces } from './transfers/pieces.ts';

/** The library once it is locked and its database is open. */
export interface OpenLibrary extends Pick<EngineContext, 'db' | 'paths' | 'libraryId' | 'onClose'> {
  readonly closers: Closer[];
  readonly wasClosedCleanly: boolean;
}

export interface EngineParts {
  readonly context: EngineContext;
  readonly connection: CloudConnection;
  readonly jobs: JobContext;
  readonly runner: Runner;
  readonly queue: QueueControl;
  readonly views: GenerationViews;
  readonly elsewhere: Elsewhere;
  readonly access: AccessRequests;
}

export function createParts(deps: EngineDeps, library: OpenLibrary): EngineParts {
  const { clock, emit } = deps;
  const { db, onClose } = library;
  const choices = createChoiceBook(db, clock);
  const connection = connectCloud({
    ...deps,
    ...library,
    choices,
    onFlip: () => work.publishActive(),
  });
  const { gateway, cloud, onward } = connection;
  const settings = createSettingsBook(db);
  const work = createWork(deps, library, {
    connection,
    settings,
    wakeErasures: () => erasures.wake(),
  });
  const { jobs, runner, queue, views } = work;
  choices.onChange(() => {
    emit('choices.changed', choices.list());
    runner.tryAgain();
  });
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
    ...library,
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
  return { context, connection, jobs, runner, queue, views, elsewhere, access };
}

interface WorkDeps extends Pick<EngineContext, 'settings'>, Pick<JobContext, 'wakeErasures'> {
  readonly connection: CloudConnection;
}

const mostPublishedAtOnce = 50;

/** What makes clips: the jobs, their order, and how they look from outside. */
function createWork(
  deps: EngineDeps,
  { db, paths, onClose, wasClosedCleanly }: OpenLibrary,
  { connection: { gateway, cloud, onward }, settings, wakeErasures }: WorkDeps,
) {
  const { clock, random, ids, log, emit } = deps;
  const live = createLiveJobs();
  const queue = createQueueControl({
    db,
    clock,
    wasClosedCleanly,
    onChange: (state) => {
      emit('queue.changed', state);
      runner.wake();
    },
  });
  settings.onChange((changed) => {
    emit('settings.changed', changed);
    runner.wake();
  });
  const views = createGenerationViews(db, { live, cloud, queue });
  const jobs: JobContext = {
    db,
    clock,
    random,
    ids,
    log,
    paths,
    gateway,
    cloud,
    live,
    queue,
    settings,
    bandwidth: createBandwidth(clock, () => settings.now.bytesPerSecond),
    pieces: createPieces(),
    wakeErasures,
    publish: (sequence) => {
      const row = readGeneration(db, sequence);
      if (row) emit('generation.changed', views.summary(row));
      onward.pullSoon();
    },
    libraryChanged: (reason) => emit('library.changed', { reason }),
  };
  const runner = createRunner(jobs);
  onClose(() => runner.stop());
  const publishActive = () => {
    const rows = readActive(db).slice(0, mostPublishedAtOnce);
    for (const row of rows) emit('generation.changed', views.summary(row));
  };
  return { jobs, runner, queue, views, publishActive };
}
