import { expect, it } from 'vitest';
import type { Message, Port } from '#shared/rpc/messages.ts';
import { type Serve, serveWhenLoaded } from './early-calls.ts';

const call = (id: number): Message => ({ type: 'call', id, name: 'secrets.count', input: {} });

/** A port that tells who listens, and what answers and what is answered. */
function setUp() {
  const listeners = new Set<(message: Message) => void>();
  const port: Port = {
    send: () => undefined,
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
  return { port, serve, served, tell, tellReady, listeners };
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
