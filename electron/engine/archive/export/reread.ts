// Has an archive read again while it is being written, in a thread of its own, so that verifying it takes no time of its own. Whoever writes
// says which entries the system has; at the end it is known what is in the file, and the first thing that is not as it was written.
import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { ReadContent, ReadEntries } from './confirm-archive.ts';
import type { LineFindings } from '../format/line-checker.ts';
import type { EntryRead } from './reread-entries.ts';
import type { ZipRecord } from '../zip/zip-records.ts';
import { threadUrl } from '../../thread-url.ts';

export interface RereadOrder {
  readonly path: string;
  readonly schemaVersion: number;
  /** The first of its four bytes is not 0 when the thread is to stop. */
  readonly stop: SharedArrayBuffer;
}

export type ToReread = readonly ZipRecord[] | 'end';

export type FromReread =
  | { readonly kind: 'read'; readonly sizeBytes: number; readonly read: readonly EntryRead[] }
  | { readonly kind: 'end'; readonly lines: LineFindings };

export interface Reread {
  /** The system has all of it, and will change nothing of it. `sha256` of its content, where that is known already. */
  add(record: ZipRecord, sha256: string | null): void;
  /** Reads what was added, and what will be. Before it nothing is read and the thread takes no memory. */
  begin(): void;
  /** Bytes that were added and not yet read. */
  readonly behindBytes: number;
  /** Resolves when all that was added has been read; rejects with `archive-damaged` when something is not as it was written. */
  caughtUp(onBytes: (sizeBytes: number) => void): Promise<ReadEntries>;
  /** The same, and what was found of the lines. Ends the thread. */
  finish(): Promise<ReadContent>;
  /** Nothing reads the file any more afterwards. */
  close(): Promise<void>;
}

export interface RereadWork {
  readonly path: string;
  /** Of the lines of data. */
  readonly schemaVersion: number;
  readonly signal: AbortSignal;
}

export function createReread({ path, schemaVersion, signal }: RereadWork): Reread {
  const stop = new SharedArrayBuffer(4);
  const awaited = new Map<string, { readonly record: ZipRecord; readonly sha256: string | null }>();
  const entries = new Map<string, { readonly record: ZipRecord; readonly sha256: string }>();
  let thread: Worker | null = null;
  let unsent: ZipRecord[] = [];
  let behindBytes = 0;
  let lines: LineFindings | null = null;
  let failure: unknown = null;
  let onChange: () => void = () => undefined;
  let onBytes: (sizeBytes: number) => void = () => undefined;

  const fail = (reason: unknown): void => {
    failure ??= reason;
    onChange();
  };
  const onAbort = () => fail(signal.reason);
  signal.addEventListener('abort', onAbort);

  function start(): Worker {
    const made = new Worker(threadUrl('reread-thread', import.meta.url), {
      workerData: { path, schemaVersion, stop } satisfies RereadOrder,
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    made.once('error', fail);
    made.once('exit', () => fail(new Error('The reading thread has ended')));
    made.on('message', (message: FromReread) => {
      if (message.kind === 'end') lines = message.lines;
      else {
        behindBytes -= message.sizeBytes;
        onBytes(message.sizeBytes);
        for (const one of message.read) take(one);
      }
      onChange();
    });
    return made;
  }

  function take({ name, sha256, problem }: EntryRead): void {
    const one = awaited.get(name);
    const isMeant = one && (one.sha256 ?? sha256) === sha256;
    if (problem !== null || !isMeant) {
      const changed = `${name} was changed: its checksum is another.`;
      fail(new AppError('archive-damaged', problem ?? changed));
      return;
    }
    awaited.delete(name);
    entries.set(name, { record: one.record, sha256 });
  }

  function send(): void {
    if (unsent.length === 0 || !thread) return;
    thread.postMessage(unsent satisfies ToReread);
    unsent = [];
  }

  function until(isReached: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      onChange = () => {
        if (failure) reject(failure);
        else if (isReached()) resolve();
      };
      onChange();
    });
  }

  function begin(): void {
    thread ??= start();
    send();
  }

  async function caughtUp(told: (sizeBytes: number) => void): Promise<ReadEntries> {
    begin();
    onBytes = told;
    await until(() => awaited.size === 0);
    return entries;
  }

  async function close(): Promise<void> {
    signal.removeEventListener('abort', onAbort);
    Atomics.store(new Int32Array(stop), 0, 1);
    await thread?.terminate();
  }

  return {
    add: (record, sha256) => {
      if (unsent.length === 0) setImmediate(send);
      unsent.push(record);
      awaited.set(record.name, { record, sha256 });
      behindBytes += record.compressedSize;
    },
    begin,
    get behindBytes() {
      return behindBytes;
    },
    caughtUp,
    finish: async () => {
      await caughtUp(() => undefined);
      thread?.postMessage('end' satisfies ToReread);
      await until(() => lines !== null);
      await close();
      return { entries, lines: lines ?? { problems: [], counts: new Map() } };
    },
    close,
  };
}
