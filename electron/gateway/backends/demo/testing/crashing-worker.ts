// A worker that dies when asked for "crash", never answers to "hang", and otherwise answers at once.
import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../render-messages.ts';

parentPort?.on('message', ({ id, request }: ToWorker) => {
  if (request.prompt === 'crash') process.exit(3);
  if (request.prompt === 'hang') return;
  const result = { mp4: new Uint8Array([1]), posterJpeg: new Uint8Array([2]), frameCount: 1 };
  parentPort?.postMessage({ id, type: 'done', result } satisfies FromWorker);
});
