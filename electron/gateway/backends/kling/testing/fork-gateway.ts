// The gateway's real process with a Kling key, as the app starts it: the key goes over the parent port and nowhere else.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { gatewayProcessContract, type KlingAccess } from '#shared/contract/gateway-process.ts';
import { createRpcClient } from '#shared/rpc/client.ts';
import { type Message, readMessage } from '#shared/rpc/messages.ts';
import { createTypedClient } from '#shared/rpc/typed-client.ts';
import { createClient } from '../../../testing/test-client.ts';

const entry = fileURLToPath(new URL('../../../entry-gateway.ts', import.meta.url));
const token = 'a-token-for-this-test-only';

export type ForkedGateway = Awaited<ReturnType<typeof forkGateway>>;

export async function forkGateway(dir: string, kling: KlingAccess) {
  const child = fork(entry, {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const ended = once(child, 'exit');
  const printed: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => printed.push(part));
  child.stderr?.on('data', (part: Buffer) => printed.push(part));
  const rpc = createRpcClient(
    {
      send: (message: Message) => void child.send(message),
      listen: (listener) => {
        const onMessage = (value: unknown) => {
          const message = readMessage(value);
          if (message) listener(message);
        };
        child.on('message', onMessage);
        return () => child.off('message', onMessage);
      },
    },
    {
      set: (callback, delayMs) => setTimeout(callback, delayMs),
      clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
  );
  const calls = createTypedClient(gatewayProcessContract, rpc);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await ended;
  };
  const input = { dir, port: 0, token, faultsFile: null, kling };
  const { baseUrl } = await calls.call('gateway.start', input).catch(async (error: unknown) => {
    await end('SIGKILL');
    throw error;
  });
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(new URL(path, baseUrl), { ...init, headers });
  };
  return {
    pid: child.pid ?? 0,
    fetch: ask,
    client: createClient({ baseUrl, fetch: ask }),
    /** Both streams, until now. */
    printed: () => Buffer.concat(printed),
    end,
  };
}
