// Draws many small clips on all cores; results come in the order of the orders.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SampleFilm, SampleOrder } from './render-sample.ts';

export async function renderSamples(
  orders: readonly SampleOrder[],
  signal: AbortSignal,
  onFilm: (film: SampleFilm, index: number) => Promise<void>,
): Promise<void> {
  const waiting = orders.entries();
  const count = Math.min(orders.length, availableParallelism(), 8);
  const threads = Array.from(
    { length: count },
    () => new Worker(new URL('./render-thread.ts', import.meta.url)),
  );
  try {
    await Promise.all(
      threads.map(async (thread) => {
        // All threads take from the same iterator: each order is drawn once.
        for (const [index, order] of waiting) {
          signal.throwIfAborted();
          await onFilm(await draw(thread, order), index);
        }
      }),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function draw(thread: Worker, order: SampleOrder): Promise<SampleFilm> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (film: SampleFilm) => {
      thread.off('error', reject);
      resolve(film);
    });
    thread.postMessage(order);
  });
}
