// The parent's end of a forked Node child: start, talk, stop. Used by the command line, by tests, and by the app on runtimes
// whose own Node cannot load the database.
import { type ChildProcess, fork } from 'node:child_process';
import { type Message, type Port, readMessage } from '#shared/rpc/messages.ts';

export interface HostedChild {
  readonly pid: number | undefined;
  readonly port: Port;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Asks politely (SIGTERM), then kills after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

export interface ForkOptions {
  readonly entry: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Another Node than the running one. */
  readonly execPath?: string;
  readonly stdio?: 'inherit' | 'ignore';
}

export function forkChild(options: ForkOptions): HostedChild {
  const out = options.stdio ?? 'ignore';
  const child = fork(options.entry, options.args ?? [], {
    ...(options.execPath ? { execPath: options.execPath } : {}),
    execArgv: [],
    env: { ...process.env, ...options.env },
    stdio: ['ignore', out, 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  return {
    pid: child.pid,
    port: portOf(child),
    ended,
    stop: (graceMs) => stop(child, ended, graceMs),
  };
}

function portOf(child: ChildProcess): Port {
  return {
    send: (message: Message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    listen: (listener) => {
      const onMessage = (value: unknown) => {
        const message = readMessage(value);
        if (message) listener(message);
      };
      child.on('message', onMessage);
      return () => child.off('message', onMessage);
    },
  };
}

async function stop(child: ChildProcess, ended: Promise<unknown>, graceMs = 3000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(timer);
}
