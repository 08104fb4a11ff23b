// A fixed number of threads that render clips. A cancelled or crashed job costs its thread; the next job gets a new one.
import { Worker } from 'node:worker_threads';
import { AppError, fromWire } from '#shared/errors.ts';
import type { ClipRequest, ClipResult } from './clip-request.ts';
import type { FromWorker, ToWorker } from './render-messages.ts';

export interface RenderPoolOptions {
  /** Clips at once. */
  readonly size: number;
  readonly workerUrl?: URL;
}

export interface RenderPool {
  /** Waits for a free thread. Rejects with the signal's reason when aborted, before or during the work. */
  render(
    request: ClipRequest,
    onProgress: (fraction: number) => void,
    signal: AbortSignal,
  ): Promise<ClipResult>;
  /** Rejects what is under way and ends all threads. */
  close(): Promise<void>;
}

interface Job {
  readonly id: number;
  readonly request: ClipRequest;
  readonly onProgress: (fraction: number) => void;
  readonly settle: (outcome: Outcome) => void;
}

type Outcome =
  | { readonly type: 'done'; readonly result: ClipResult }
  | { readonly type: 'failed'; readonly reason: unknown };

export function createRenderPool({
  size,
  workerUrl = defaultWorkerUrl(),
}: RenderPoolOptions): RenderPool {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job>();
  let nextId = 1;
  let isClosed = false;

  function startWorker(): Worker {
    const worker = new Worker(workerUrl);
    // An idle pool must not keep the process alive.
    worker.unref();
    worker.on('message', (message: FromWorker) => receive(worker, message));
    worker.on('error', (error) => lose(worker, error));
    worker.on('exit', (code) => lose(worker, new Error(`exit code ${code}`)));
    return worker;
  }

  function receive(worker: Worker, message: FromWorker): void {
    const job = busy.get(worker);
    if (!job || job.id !== message.id) return;
    if (message.type === 'progress') {
      job.onProgress(message.fraction);
      return;
    }
    busy.delete(worker);
    idle.push(worker);
    if (message.type === 'done') job.settle(message);
    else job.settle({ type: 'failed', reason: fromWire(message.error) });
    startNext();
  }

  /** The thread died by itself. */
  function lose(worker: Worker, cause: unknown): void {
    const place = idle.indexOf(worker);
    if (place >= 0) idle.splice(place, 1);
    const job = busy.get(worker);
    busy.delete(worker);
    const text = cause instanceof Error ? cause.message : String(cause);
    job?.settle({
      type: 'failed',
      reason: new AppError('render-failed', `The renderer stopped: ${text}`, {
        retryable: true,
        cause,
      }),
    });
    startNext();
  }

  function startNext(): void {
    while (!isClosed && waiting.length > 0 && busy.size < size) {
      const job = waiting.shift();
      if (!job) return;
      const worker = idle.pop() ?? startWorker();
      busy.set(worker, job);
      worker.ref();
      worker.postMessage({ id: job.id, request: job.request } satisfies ToWorker);
    }
    for (const worker of idle) worker.unref();
  }

  /** Takes a job out, wherever it is. */
  function drop(job: Job): void {
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
    for (const [worker, current] of busy) {
      if (current !== job) continue;
      busy.delete(worker);
      void worker.terminate();
    }
    startNext();
  }

  return {
    render: (request, onProgress, signal) =>
      new Promise((resolve, reject) => {
        if (isClosed) throw new AppError('render-failed', 'The renderer is closed.');
        signal.throwIfAborted();
        const onAbort = (): void => {
          job.settle({ type: 'failed', reason: signal.reason });
          drop(job);
        };
        const job: Job = {
          id: nextId++,
          request,
          onProgress,
          settle: (outcome) => {
            signal.removeEventListener('abort', onAbort);
            if (outcome.type === 'done') resolve(outcome.result);
            else reject(outcome.reason);
          },
        };
        signal.addEventListener('abort', onAbort, { once: true });
        waiting.push(job);
        startNext();
      }),
    close: async () => {
      isClosed = true;
      const reason = new AppError('cancelled', 'The renderer is closed.');
      const running = [...busy];
      busy.clear();
      for (const job of waiting.splice(0)) job.settle({ type: 'failed', reason });
      for (const [, job] of running) job.settle({ type: 'failed', reason });
      const workers = [...idle.splice(0), ...running.map(([worker]) => worker)];
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Beside this file, under the name that it has there: sources are .ts, the built app has .cjs. */
function defaultWorkerUrl(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'cjs';
  return new URL(`./render-worker.${extension}`, import.meta.url);
}
