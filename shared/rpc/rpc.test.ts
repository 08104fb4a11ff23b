import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand, defineQuery } from '../contract/define.ts';
import { AppError } from '../errors.ts';
import { createRpcClient } from './client.ts';
import { type Message, type Port, readMessage } from './messages.ts';
import { serveRpc } from './server.ts';

const contract = {
  'sum.of': defineQuery({
    input: z.object({ a: z.number(), b: z.number().default(1) }),
    output: z.object({ sum: z.number() }),
  }),
  'never.ends': defineCommand({ input: z.object({}), output: z.object({}) }),
  'answers.badly': defineCommand({ input: z.object({}), output: z.object({ n: z.number() }) }),
};

/** Two ports that are each other's other end. */
function pipe(): [Port, Port] {
  const listeners: [Set<(m: Message) => void>, Set<(m: Message) => void>] = [new Set(), new Set()];
  const end = (mine: 0 | 1, other: 0 | 1): Port => ({
    send: (message) => {
      const copy = readMessage(structuredClone(message));
      queueMicrotask(() => copy && listeners[other].forEach((listen) => listen(copy)));
    },
    listen: (listener) => {
      listeners[mine].add(listener);
      return () => listeners[mine].delete(listener);
    },
  });
  return [end(0, 1), end(1, 0)];
}

function connect() {
  const [here, there] = pipe();
  const aborted: string[] = [];
  const client = createRpcClient(here, {
    set: (callback, delayMs) => setTimeout(callback, delayMs),
    clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
  });
  serveRpc(there, {
    contract,
    handlers: {
      'sum.of': ({ a, b }: { a: number; b: number }) => ({ sum: a + b, secret: 'stripped' }),
      'never.ends': (_input: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted.push('never.ends');
            reject(new Error('aborted'));
          });
        }),
      'answers.badly': () => ({ n: 'three' }),
    },
  });
  return { client, aborted };
}

describe('a contract over a pipe', () => {
  it('parses the input, fills defaults and strips the output', async () => {
    const { client } = connect();
    await expect(client.call('sum.of', { a: 2 }, { deadlineMs: 1000 })).resolves.toEqual({
      sum: 3,
    });
  });

  it('names the field of a bad input', async () => {
    const { client } = connect();
    const call = client.call('sum.of', { a: 'two' }, { deadlineMs: 1000 });
    await expect(call).rejects.toMatchObject({ code: 'invalid-input', details: { field: 'a' } });
  });

  it.each(['no.such', '__proto__', 'constructor', 'toString'])('refuses %s', async (name) => {
    const { client } = connect();
    await expect(client.call(name, {}, { deadlineMs: 1000 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('does not let an answer outside the contract through', async () => {
    const { client } = connect();
    await expect(client.call('answers.badly', {}, { deadlineMs: 1000 })).rejects.toMatchObject({
      code: 'internal',
    });
  });

  it('keeps the deadline and cancels on the other side', async () => {
    const { client, aborted } = connect();
    await expect(client.call('never.ends', {}, { deadlineMs: 20 })).rejects.toMatchObject({
      code: 'deadline',
      retryable: true,
    });
    expect(aborted).toEqual(['never.ends']);
    expect(client.pendingCount).toBe(0);
  });

  it('can be cancelled by the caller', async () => {
    const { client } = connect();
    const controller = new AbortController();
    const call = client.call('never.ends', {}, { deadlineMs: 1000, signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('rejects everything that waits, with the reason', async () => {
    const { client } = connect();
    const call = client.call('never.ends', {}, { deadlineMs: 1000 });
    client.rejectAll(new AppError('engine-unavailable', 'gone', { retryable: true }));
    await expect(call).rejects.toMatchObject({ code: 'engine-unavailable' });
  });
});

describe('calls that arrive together', () => {
  const steps = {
    contract: { step: defineQuery({ input: z.object({ n: z.number() }), output: z.object({}) }) },
  };

  function serve() {
    const [here, there] = pipe();
    const seen: string[] = [];
    here.listen((message) => message.type === 'reply' && seen.push(`answered ${message.id}`));
    serveRpc(there, {
      ...steps,
      handlers: {
        step: ({ n }: { n: number }) => {
          seen.push(`began ${n}`);
          return {};
        },
      },
      turn: () => new Promise((resolve) => setImmediate(resolve)),
    });
    return { here, seen };
  }
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
  };

  it('are each answered before the next one begins', async () => {
    const { here, seen } = serve();
    for (const n of [1, 2]) here.send({ type: 'call', id: n, name: 'step', input: { n } });
    await turns(4);
    expect(seen).toEqual(['began 1', 'answered 1', 'began 2', 'answered 2']);
  });

  it('do not begin at all when they are cancelled before their turn', async () => {
    const { here, seen } = serve();
    here.send({ type: 'call', id: 1, name: 'step', input: { n: 1 } });
    here.send({ type: 'cancel', id: 1 });
    await turns(4);
    expect(seen).toEqual(['answered 1']);
  });
});
