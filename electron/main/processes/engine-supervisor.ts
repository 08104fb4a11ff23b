// Keeps one engine running: starts it, tells exit from crash, starts it again with back-off, rejects what was pending.
import type { EngineHealth } from '#shared/contract/shell.ts';
import { AppError } from '#shared/errors.ts';
import { createRpcClient, type RpcClient, type RpcTimers } from '#shared/rpc/client.ts';
import type { Message, Port } from '#shared/rpc/messages.ts';
import type { HostedChild } from '../../process/forked-child.ts';
import { createRestartPolicy } from './restart-policy.ts';

export interface EngineSupervisorDeps {
  readonly spawn: () => HostedChild;
  /** Answers the engine's own calls on this port; returns a function that stops. */
  readonly serveHost: (port: Port) => () => void;
  readonly onHealth: (health: EngineHealth) => void;
  readonly onEvent: (name: string, payload: unknown) => void;
}

export interface EngineSupervisor {
  start(): void;
  call(name: string, input: unknown, deadlineMs: number, signal?: AbortSignal): Promise<unknown>;
  /** As `call`, with the answer as JSON text, to be passed on. */
  callForJson(
    name: string,
    input: unknown,
    deadlineMs: number,
    signal?: AbortSignal,
  ): Promise<string>;
  /** Ends the present engine in good order and starts another. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  readonly health: EngineHealth;
  readonly pid: number | undefined;
}

const timers: RpcTimers = {
  set: (callback, delayMs) => setTimeout(callback, delayMs),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

interface Running {
  readonly child: HostedChild;
  readonly client: RpcClient;
  readonly stopServing: () => void;
}

export function createEngineSupervisor(deps: EngineSupervisorDeps): EngineSupervisor {
  const policy = createRestartPolicy();
  let health: EngineHealth = { state: 'starting', error: null, restarts: 0 };
  let running: Running | null = null;
  let isStopping = false;
  let restartTimer: NodeJS.Timeout | null = null;

  function setHealth(change: Partial<EngineHealth>): void {
    health = { ...health, ...change };
    deps.onHealth(health);
  }

  function onMessage(message: Message): void {
    if (message.type !== 'event') return;
    if (message.name === 'engine.ready') setHealth({ state: 'ready', error: null });
    else if (message.name === 'engine.failed') {
      setHealth({ state: 'failed', error: message.payload as EngineHealth['error'] });
    } else deps.onEvent(message.name, message.payload);
  }

  function start(): void {
    restartTimer = null;
    isStopping = false;
    const child = deps.spawn();
    const client = createRpcClient(child.port, timers);
    const stopServing = deps.serveHost(child.port);
    child.port.listen(onMessage);
    const present: Running = { child, client, stopServing };
    running = present;
    void child.ended.then(() => onEnded(present));
  }

  function onEnded(ended: Running): void {
    ended.stopServing();
    ended.client.rejectAll(
      new AppError('engine-unavailable', 'The engine stopped before it answered', {
        retryable: true,
      }),
    );
    if (running !== ended) return;
    running = null;
    if (isStopping) return;
    const waitMs = policy.afterCrash(Date.now());
    if (waitMs === null) {
      setHealth({
        state: 'failed',
        error: { code: 'engine-unavailable', message: 'The engine keeps stopping', details: {} },
      });
      return;
    }
    setHealth({ state: 'restarting', restarts: health.restarts + 1 });
    restartTimer = setTimeout(start, waitMs);
  }

  async function stop(): Promise<void> {
    isStopping = true;
    if (restartTimer) clearTimeout(restartTimer);
    const present = running;
    if (!present) return;
    await present.client.call('engine.shutdown', {}, { deadlineMs: 8000 }).catch(() => undefined); // it is ended either way
    await present.child.stop();
    running = null;
  }

  function presentClient(): RpcClient {
    if (running) return running.client;
    throw new AppError('engine-unavailable', 'The engine is starting again', { retryable: true });
  }

  return {
    start,
    stop,
    restart: async () => {
      await stop();
      setHealth({ state: 'starting', error: null });
      start();
    },
    call: async (name, input, deadlineMs, signal) =>
      presentClient().call(name, input, { deadlineMs, ...(signal ? { signal } : {}) }),
    callForJson: async (name, input, deadlineMs, signal) =>
      presentClient().callForJson(name, input, { deadlineMs, ...(signal ? { signal } : {}) }),
    get health() {
      return health;
    },
    get pid() {
      return running?.child.pid;
    },
  };
}
