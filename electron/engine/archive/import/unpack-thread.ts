// Thread entry: unpacks the files that it is told of, and says after each few megabytes how far it came. What it cannot write ends it.
import { parentPort, workerData } from 'node:worker_threads';
import type { Unpacked, UnpackOrder } from './unpack-aside.ts';
import { type EntryToUnpack, openUnpacker, type Unpacker } from './unpack-entries.ts';

const { path, stop } = workerData as UnpackOrder;
const isStopped = new Int32Array(stop);
const tellBytes = 1 << 23;

const tell = (message: Unpacked): void => parentPort?.postMessage(message);
let opening: Promise<Unpacker> | null = null;
/** Messages are answered in their order. */
let last: Promise<void> = Promise.resolve();

async function unpack(entries: readonly EntryToUnpack[]): Promise<void> {
  const unpacker = await (opening ??= openUnpacker(path));
  const problems: [path: string, words: string][] = [];
  let untold = 0;
  for (const one of entries) {
    const problem = await unpacker.unpack(one, (sizeBytes) => {
      if (Atomics.load(isStopped, 0) !== 0) throw new Error('Stopped');
      untold += sizeBytes;
      if (untold < tellBytes) return;
      tell({ sizeBytes: untold, problems: [], isLast: false });
      untold = 0;
    });
    if (problem !== null) problems.push([one.file.path, problem]);
  }
  await unpacker.synced();
  tell({ sizeBytes: untold, problems, isLast: true });
}

parentPort?.on('message', (entries: readonly EntryToUnpack[]) => {
  last = last.then(() => unpack(entries));
});
