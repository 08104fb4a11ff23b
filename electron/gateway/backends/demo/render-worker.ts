// Thread entry: renders the one clip at a time that the pool sends. Ends with the pool.
import { parentPort } from 'node:worker_threads';
import { toAppError } from '#shared/errors.ts';
import { renderClip } from './render-clip.ts';
import type { FromWorker, ToWorker } from './render-messages.ts';

if (parentPort === null) throw new Error('render-worker runs in a worker thread only');
const port = parentPort;

port.on('message', (message: ToWorker) => {
  void work(message);
});

async function work({ id, request }: ToWorker): Promise<void> {
  const send = (answer: FromWorker, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(answer, transfer);
  try {
    // The pool ends a cancelled job by ending this thread; nothing to listen to here.
    const never = new AbortController().signal;
    const result = await renderClip(
      request,
      (fraction) => send({ id, type: 'progress', fraction }),
      never,
    );
    send({ id, type: 'done', result });
  } catch (thrown) {
    send({ id, type: 'failed', error: toAppError(thrown).toWire() });
  }
}
