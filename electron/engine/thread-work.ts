// Gives a thread work, a few messages ahead so that it never waits, and hears what became of it. Knows nothing of the work.
import { type ResourceLimits, Worker } from 'node:worker_threads';

/** The first of the four bytes is not 0 when the thread is to stop. */
export interface Stoppable {
  readonly stop: SharedArrayBuffer;
}

export interface ThreadWork<Told> {
  readonly entry: URL;
  readonly data: Readonly<Record<string, unknown>>;
  readonly limits: ResourceLimits;
  readonly signal: AbortSignal;
  readonly onTold: (told: Told) => void;
}

const itemsInMessage = 128;
const messagesAhead = 2;

/** Ends when the thread has ended, so that nothing is written any more. */
export async function giveToThread<Item, Told extends { readonly isLast: boolean }>(
  items: Iterable<Item>,
  { entry, data, limits, signal, onTold }: ThreadWork<Told>,
): Promise<void> {
  const stop = new SharedArrayBuffer(4);
  const stopIt = () => Atomics.store(new Int32Array(stop), 0, 1);
  const thread = new Worker(entry, {
    workerData: { ...data, stop } satisfies Stoppable,
    resourceLimits: limits,
  });
  signal.addEventListener('abort', stopIt);
  try {
    const messages = inMessages(items);
    let ahead = 0;
    const sendNext = () => {
      const next = messages.next();
      if (next.done) return;
      ahead += 1;
      thread.postMessage(next.value);
    };
    await new Promise<void>((resolve, reject) => {
      thread.once('error', (thrown) => reject(signal.aborted ? signal.reason : thrown));
      thread.once('exit', () => reject(new Error('The thread has ended')));
      thread.on('message', (told: Told) => {
        try {
          signal.throwIfAborted();
          onTold(told);
          if (!told.isLast) return undefined;
          ahead -= 1;
          sendNext();
          return ahead === 0 ? resolve() : undefined;
        } catch (thrown) {
          return reject(thrown);
        }
      });
      signal.throwIfAborted();
      for (let count = 0; count < messagesAhead; count += 1) sendNext();
      if (ahead === 0) resolve();
    });
  } finally {
    stopIt();
    signal.removeEventListener('abort', stopIt);
    await thread.terminate();
  }
}

function* inMessages<Item>(items: Iterable<Item>): Generator<readonly Item[], void> {
  let some: Item[] = [];
  for (const item of items) {
    some.push(item);
    if (some.length < itemsInMessage) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
