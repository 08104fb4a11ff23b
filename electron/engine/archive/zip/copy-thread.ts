// Thread entry: copies the files that it is told of into an archive, and says after each block how far it came. What goes wrong ends it.
import { parentPort, workerData } from 'node:worker_threads';
import { copyFiles } from './copy-files.ts';
import type { CopyOrder, FilesToCopy, FilesCopied } from './copy-aside.ts';

const { fd, position: first, stop } = workerData as CopyOrder;
const isStopped = new Int32Array(stop);
let position = first;

parentPort?.on('message', (files: FilesToCopy) => {
  for (const some of copyFiles(files, { fd, position })) {
    if (Atomics.load(isStopped, 0) !== 0) throw new Error('Stopped');
    position = some.position;
    parentPort?.postMessage({ ...some, isLast: false } satisfies FilesCopied);
  }
  parentPort?.postMessage({
    sizeBytes: 0,
    copied: [],
    position,
    isLast: true,
  } satisfies FilesCopied);
});
