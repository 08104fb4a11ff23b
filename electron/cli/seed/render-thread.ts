// Thread entry: draws the clips that it is sent, one after the other.
import { parentPort } from 'node:worker_threads';
import { renderSample, type SampleOrder } from './render-sample.ts';

if (parentPort === null) throw new Error('render-thread runs in a worker thread only');
const port = parentPort;
port.on('message', (order: SampleOrder) => {
  void renderSample(order).then((film) => port.postMessage(film));
});
