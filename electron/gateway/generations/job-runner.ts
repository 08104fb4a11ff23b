// Runs queued jobs on the back-end, oldest first, within the limits of back-end and model. Unfinished jobs run again after
// a restart. Must not know HTTP.
import type { Backend, RenderHandle, RenderPostponed } from '../backend.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import type { Offer } from '../offer.ts';
import type { Outputs } from '../outputs/outputs.ts';
import type { Assets } from '../uploads/assets.ts';
import type { EndJob } from './ending.ts';
import { createFinishJob } from './finish-job.ts';
import type { GenerationRow, GenerationRows } from './generation-rows.ts';
import { toRenderJob } from './render-job.ts';
import type { RenderMemories } from './render-memories.ts';

export interface JobRunner {
  /** Takes up what the last process left unfinished. */
  start(): void;
  wake(): void;
  progressOf(generationId: string): number | null;
  /** Stops rendering; the row was changed before. */
  abort(generationId: string): void;
  /** Stops without ending any job: the next start goes on. */
  close(): Promise<void>;
}

export interface JobRunnerDeps {
  readonly outside: Outside;
  readonly rows: GenerationRows;
  readonly assets: Assets;
  readonly outputs: Outputs;
  readonly backend: Backend;
  readonly offer: Offer;
  readonly memories: RenderMemories;
  readonly memoryOfMaker: (accountId: string, sha256: string) => string | null;
  readonly endJob: EndJob;
  readonly onOrphan: () => Promise<void>;
}

interface Running {
  readonly modelId: string;
  readonly handle: RenderHandle;
  /** Never goes back. */
  readonly reached: { progress: number };
}

export function createJobRunner(deps: JobRunnerDeps): JobRunner {
  const { outside, rows, assets, backend, endJob, offer, memories } = deps;
  const running = new Map<string, Running>();
  const finishing = new Set<Promise<void>>();
  /** Jobs that wait for their next try, by id. */
  const postponed = new Map<string, NodeJS.Timeout>();
  let isClosed = false;
  const { finish, fail } = createFinishJob({
    ...deps,
    isClosed: () => isClosed,
    onPostponed: postpone,
  });

  function hasRoom(modelId: string): boolean {
    const limit = offer.findModel(modelId)?.concurrency ?? 1;
    const ofModel = [...running.values()].filter((job) => job.modelId === modelId).length;
    return running.size < backend.concurrency && ofModel < limit;
  }

  function wake(): void {
    if (isClosed || running.size >= backend.concurrency) return;
    for (const row of rows.queued(offer.backendId)) {
      if (!postponed.has(row.id) && hasRoom(row.model_id)) begin(row);
    }
  }

  function postpone(row: GenerationRow, { delayMs, message }: RenderPostponed): void {
    if (!rows.postpone(row.id, isoNow(outside.clock))) return;
    outside.log('job postponed', { generationId: row.id, delayMs, reason: message });
    const timer = setTimeout(() => {
      postponed.delete(row.id);
      wake();
    }, delayMs);
    postponed.set(row.id, timer);
  }

  /** The demo's jobs cost nothing and end here; those that a provider may have are left for its back-end. */
  function endForeign(): void {
    for (const row of rows.unfinishedElsewhere(offer.backendId)) {
      if (memories.of(row.id).read() !== null) continue;
      const message = 'The service was changed before this clip was made. Start it again.';
      endJob(row, { status: 'failed', failure: { code: 'render-failed', message } });
    }
  }

  function begin(row: GenerationRow): void {
    try {
      const { memoryOfMaker } = deps;
      const job = toRenderJob(row, { assets, memory: memories.of(row.id), memoryOfMaker });
      if (job === null) {
        const failure = { code: 'image-gone', message: 'A reference image or clip was erased.' };
        endJob(row, { status: 'failed', failure });
        return;
      }
      if (!rows.start(row.id, isoNow(outside.clock))) return;
      const reached = { progress: 0 };
      const handle = backend.start(job, (progress) => {
        reached.progress = Math.max(reached.progress, Math.min(1, progress));
      });
      running.set(row.id, { modelId: row.model_id, handle, reached });
      follow(row, handle);
    } catch (thrown) {
      fail(row, thrown);
    }
  }

  function follow(row: GenerationRow, handle: RenderHandle): void {
    const finished = finish(row, handle.outputs)
      .catch((error: unknown) =>
        // The job stays `running` in the database and is taken up at the next start.
        outside.log('job not ended', { generationId: row.id, error: String(error) }),
      )
      .finally(() => {
        running.delete(row.id);
        finishing.delete(finished);
        wake();
      });
    finishing.add(finished);
  }

  return {
    start: () => {
      rows.requeueRunning();
      endForeign();
      wake();
    },
    wake,
    progressOf: (generationId) =>
      offer.tellsProgress ? (running.get(generationId)?.reached.progress ?? 0) : null,
    abort: (generationId) => running.get(generationId)?.handle.cancel(),
    close: async () => {
      isClosed = true;
      for (const timer of postponed.values()) clearTimeout(timer);
      postponed.clear();
      for (const { handle } of running.values()) handle.cancel();
      await Promise.all(finishing);
    },
  };
}
