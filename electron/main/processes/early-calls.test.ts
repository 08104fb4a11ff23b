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
  const tell = (id: number) => {
    for (const listener of listeners) listener(call(id));
  };
  return { port, serve, served, tell, listeners };
}

it('keeps what is asked before, and answers in that order', async () => {
  const { port, serve, served, tell } = setUp();
  const loading = Promise.withResolvers<Serve>();
  serveWhenLoaded(port, loading.promise);
  tell(1);
  tell(2);
  expect(served).toEqual([]);
  loading.resolve(serve);
  await loading.promise;
  tell(3);
  expect(served).toEqual([1, 2, 3]);
});

it('answers nothing for an engine that has ended meanwhile', async () => {
  const { port, serve, served, tell, listeners } = setUp();
  const loading = Promise.withResolvers<Serve>();
  const stop = serveWhenLoaded(port, loading.promise);
  tell(1);
  stop();
  loading.resolve(serve);
  await loading.promise;
  expect([served, listeners.size]).toEqual([[], 0]);
});
