import { expect, it } from 'vitest';
import type { Message, Port } from '#shared/rpc/messages.ts';
import { type Serve, serveWhenLoaded } from './early-calls.ts';

const call = (id: number): Message => ({ type: 'call', id, name: 'secrets.count', input: {} });

/** A port that tells who listens, and what answers and what is answered. */
function setUp() {
  const sent: Message[] = [];
  const listeners = new Set<(message: Message) => void>();
  const port: Port = {
    send: (message) => void sent.push(message),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const served: number[] = [];
  const serve: Serve = (given) =>
    given.listen((message) => served.push((message as { id: number }).id));
  const say = (message: Message) => {
    for (const listener of listeners) listener(message);
  };
  const tell = (id: number) => say(call(id));
  const tellReady = () => say({ type: 'event', name: 'engine.ready', payload: {} });
  return { port, serve, served, sent, tell, tellReady, listeners };
}

it('keeps what is asked before, and answers in that order', async () => {
  const { port, serve, served, tell } = setUp();
  const loading = Promise.withResolvers<Serve>();
  serveWhenLoaded(port, () => loading.promise);
  tell(1);
  tell(2);
  expect(served).toEqual([]);
  loading.resolve(serve);
  await loading.promise;
  tell(3);
  expect(served).toEqual([1, 2, 3]);
});

it('loads what answers at the first call, once', () => {
  const { port, tell, tellReady } = setUp();
  let loads = 0;
  serveWhenLoaded(port, () => {
    loads += 1;
    return new Promise(() => undefined);
  });
  tellReady();
  expect(loads).toBe(0);
  tell(1);
  tell(2);
  expect(loads).toBe(1);
});

it('answers nothing for an engine that has ended meanwhile', async () => {
  const { port, serve, served, tell, listeners } = setUp();
  const loading = Promise.withResolvers<Serve>();
  const stop = serveWhenLoaded(port, () => loading.promise);
  tell(1);
  stop();
  loading.resolve(serve);
  await loading.promise;
  expect([served, listeners.size]).toEqual([[], 0]);
});

it('refuses what was asked when that cannot be loaded, and tries again for the next', async () => {
  const { port, serve, served, sent, tell } = setUp();
  const loads = [Promise.reject<Serve>(new Error('damaged')), Promise.resolve(serve)];
  serveWhenLoaded(port, async () => loads.shift() ?? serve);
  tell(1);
  await expect.poll(() => sent).toMatchObject([{ type: 'reply', id: 1, ok: false }]);
  tell(2);
  await expect.poll(() => served).toEqual([2]);
});
