// Copies files into an archive: many bytes in a thread of their own, so that the engine stays free for the window; few right here, since a
// thread takes longer to start.
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type CopiedSome, copyFiles, type CopyPlace, type FileToCopy } from './copy-files.ts';
import { threadUrl } from '../thread-url.ts';

export type FilesToCopy = readonly FileToCopy[];

export interface CopyOrder extends CopyPlace {
  /** The first of its four bytes is not 0 when the thread is to stop. */
  readonly stop: SharedArrayBuffer;
}

export interface FilesCopied extends CopiedSome {
  /** Nothing is left of one message. */
  readonly isLast: boolean;
}

export interface CopyWork {
  readonly place: CopyPlace;
  readonly signal: AbortSignal;
  readonly onSome: (some: CopiedSome) => void;
}

export async function copyHere(files: Iterable<FileToCopy>, work: CopyWork): Promise<void> {
  for (const some of copyFiles(files, work.place)) {
    work.signal.throwIfAborted();
    work.onSome(some);
    await setImmediate();
    work.signal.throwIfAborted();
  }
}

/** Told of to the thread at once, so that it never waits and no list is there twice. */
const filesInMessage = 128;
const messagesAhead = 2;

/** Ends when the thread has ended, so that nothing is written any more. */
export async function copyAside(files: Iterable<FileToCopy>, work: CopyWork): Promise<void> {
  const { place, signal, onSome } = work;
  const stop = new SharedArrayBuffer(4);
  const stopIt = () => Atomics.store(new Int32Array(stop), 0, 1);
  const thread = new Worker(threadUrl('copy-thread', import.meta.url), {
    workerData: { ...place, stop } satisfies CopyOrder,
    resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 },
  });
  signal.addEventListener('abort', stopIt);
  try {
    const messages = inMessages(files);
    let ahead = 0;
    const sendNext = () => {
      const next = messages.next();
      if (next.done) return;
      ahead += 1;
      thread.postMessage(next.value);
    };
    await new Promise<void>((resolve, reject) => {
      thread.once('error', (thrown) => reject(signal.aborted ? signal.reason : thrown));
      thread.once('exit', () => reject(new Error('The copying thread has ended')));
      thread.on('message', (some: FilesCopied) => {
        try {
          signal.throwIfAborted();
          if (!some.isLast) return onSome(some);
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

function* inMessages(files: Iterable<FileToCopy>): Generator<FilesToCopy, void> {
  let some: FileToCopy[] = [];
  for (const file of files) {
    some.push(file);
    if (some.length < filesInMessage) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
