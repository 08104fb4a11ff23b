// Thread entry: reads entries of an archive again as it is told of them, one after the other. What it cannot do ends it.
import { parentPort, workerData } from 'node:worker_threads';
import type { FromReread, RereadOrder, ToReread } from './reread.ts';
import { type EntryRead, openRereader, type Rereader } from './reread-entries.ts';

const { path, schemaVersion, stop } = workerData as RereadOrder;
const isStopped = new Int32Array(stop);
/** Of a large file so much is told of at once. */
const tellBytes = 1 << 23;

const tell = (message: FromReread): void => parentPort?.postMessage(message);
let opening: Promise<Rereader> | null = null;
/** Messages are answered in their order. */
let last: Promise<void> = Promise.resolve();

async function answer(message: ToReread): Promise<void> {
  const reader = await (opening ??= openRereader(path, schemaVersion));
  if (message === 'end') return tell({ kind: 'end', lines: reader.lines() });
  let untold = 0;
  const read: EntryRead[] = [];
  for (const record of message) {
    const one = await reader.read(record, (sizeBytes) => {
      if (Atomics.load(isStopped, 0) !== 0) throw new Error('Stopped');
      untold += sizeBytes;
      if (untold < tellBytes) return;
      tell({ kind: 'read', sizeBytes: untold, read: [] });
      untold = 0;
    });
    read.push(one);
  }
  tell({ kind: 'read', sizeBytes: untold, read });
}

parentPort?.on('message', (message: ToReread) => {
  last = last.then(() => answer(message));
});
