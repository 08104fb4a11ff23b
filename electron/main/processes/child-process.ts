// Starts engine and gateway as processes of their own: utility processes, or a forked Node on a runtime whose own
// Node-API is too old for the database.
import { utilityProcess } from 'electron';
import { AppError } from '#shared/errors.ts';
import { type Port, readMessage } from '#shared/rpc/messages.ts';
import { forkChild, type HostedChild } from '../../process/forked-child.ts';

/** The database driver needs Node-API 10. */
const neededNodeApi = 10;

export interface ChildOptions {
  readonly entry: string;
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Only an old development runtime takes its Node from outside; in a current one the variable is dead. */
function outsideNode(): string | null {
  if (Number(process.versions['napi'] ?? neededNodeApi) >= neededNodeApi) return null;
  const path = process.env['KLING5_NODE'];
  if (!path) {
    throw new AppError(
      'internal',
      'This Electron is too old for the database and KLING5_NODE is not set',
    );
  }
  return path;
}

export function startChild(options: ChildOptions): HostedChild {
  const execPath = outsideNode();
  const env = { ...process.env, ...options.env };
  if (execPath) return forkChild({ entry: options.entry, env, execPath, stdio: 'inherit' });
  const child = utilityProcess.fork(options.entry, [], { env, serviceName: options.name });
  const ended = new Promise<{ code: number | null; signal: null }>((resolve) => {
    child.once('exit', (code) => resolve({ code, signal: null }));
  });
  const port: Port = {
    send: (message) => child.postMessage(message),
    listen: (listener) => {
      const onMessage = (value: unknown) => {
        const message = readMessage(value);
        if (message) listener(message);
      };
      child.on('message', onMessage);
      return () => child.off('message', onMessage);
    },
  };
  return {
    get pid() {
      return child.pid;
    },
    port,
    ended,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
