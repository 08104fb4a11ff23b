// Reads a large database through in a thread of its own while it is in use, some seconds after the start. Changes nothing.
import { Worker } from 'node:worker_threads';
import { toAppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import { threadUrl } from '../thread-url.ts';

export interface ReadThroughDeps {
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly onDamage?: (reason: string) => void;
  readonly onClose: (action: () => void | Promise<void>) => void;
}

/** The window, its first pictures and the first look at the cloud come before. */
const delayMs = 10_000;

export function readThroughLater({ file, clock, log, onDamage, onClose }: ReadThroughDeps): void {
  let thread: Worker | null = null;
  const cancel = clock.later(delayMs, () => {
    const startedAt = clock.now();
    thread = new Worker(threadUrl('read-through-thread', import.meta.url), { workerData: file });
    thread.unref();
    thread.once('message', (reason: string | null) => {
      log.info('database-read', { tookMs: clock.now() - startedAt, reason: reason ?? '' });
      if (reason !== null) onDamage?.(reason);
    });
    thread.once('error', (thrown) =>
      log.warn('database-not-read', { code: toAppError(thrown).code }),
    );
  });
  onClose(async () => {
    cancel();
    await thread?.terminate();
  });
}
