// Has an archive read again while it is being written, in a thread of its own, so that verifying it takes no time of its own. Whoever writes
// says which entries the system has; at the end it is known what is in the file, and the first thing that is not as it was written.
import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { LineFindings } from './line-checker.ts';
import type { EntryRead } from './reread-entries.ts';
import type { KnownContent } from './verify-contents.ts';
import type { ZipRecord } from './zip-records.ts';

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
  /** The system has all of it, and will change nothing of it. */
  add(record: ZipRecord): void;
  /** Bytes that were added and not yet read. */
  readonly behindBytes: number;
  /** Resolves when all that was added has been read; rejects with `archive-damaged` when something is not as it was written. */
  caughtUp(onBytes: (sizeBytes: number) => void): Promise<KnownContent['entries']>;
  /** The same, and what was found of the lines. */
  finish(): Promise<KnownContent>;
  /** Nothing reads the file any more afterwards. */
  close(): Promise<void>;
}

export interface RereadWork {
  readonly path: string;
  /** Of the lines of data. */
  readonly schemaVersion: number;
  readonly signal: AbortSignal;
}

export function startReread({ path, schemaVersion, signal }: RereadWork): Reread {
  const stop = new SharedArrayBuffer(4);
  const thread = new Worker(threadUrl(), {
    workerData: { path, schemaVersion, stop } satisfies RereadOrder,
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const records = new Map<string, ZipRecord>();
  const entries = new Map<string, { readonly record: ZipRecord; readonly sha256: string }>();
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
  thread.once('error', fail);
  thread.once('exit', () => fail(new Error('The reading thread has ended')));
  thread.on('message', (message: FromReread) => {
    if (message.kind === 'end') lines = message.lines;
    else {
      behindBytes -= message.sizeBytes;
      onBytes(message.sizeBytes);
      for (const one of message.read) take(one);
    }
    onChange();
  });

  function take({ name, sha256, problem }: EntryRead): void {
    const record = records.get(name);
    if (problem !== null || !record) {
      fail(new AppError('archive-damaged', problem ?? `${name} was not asked for.`));
      return;
    }
    records.delete(name);
    entries.set(name, { record, sha256 });
  }

  function send(): void {
    if (unsent.length === 0) return;
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

  async function caughtUp(told: (sizeBytes: number) => void): Promise<KnownContent['entries']> {
    send();
    onBytes = told;
    await until(() => records.size === 0);
    return entries;
  }

  return {
    add: (record) => {
      if (unsent.length === 0) setImmediate(send);
      unsent.push(record);
      records.set(record.name, record);
      behindBytes += record.compressedSize;
    },
    get behindBytes() {
      return behindBytes;
    },
    caughtUp,
    finish: async () => {
      await caughtUp(() => undefined);
      thread.postMessage('end' satisfies ToReread);
      await until(() => lines !== null);
      return { entries, lines: lines ?? { problems: [], counts: new Map() } };
    },
    close: async () => {
      signal.removeEventListener('abort', onAbort);
      Atomics.store(new Int32Array(stop), 0, 1);
      await thread.terminate();
    },
  };
}

function threadUrl(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./reread-thread.${extension}`, import.meta.url);
}
