// An engine in this process on a temporary folder, with a host that is a few functions. For tests and nothing else.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallName, CallOutput, CallInput } from '#shared/contract/define.ts';
import { type EngineContract, engineContract } from '#shared/contract/engine.ts';
import { type HostContract, type HostHandlers, hostedContract } from '#shared/contract/host.ts';
import { AppError } from '#shared/errors.ts';
import { type AnyHandler, dispatch } from '#shared/rpc/server.ts';
import type { TypedClient } from '#shared/rpc/typed-client.ts';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { isActive } from '#shared/domain/generation-status.ts';
import { systemClock } from '../clock.ts';
import { createEngine, type Engine, type EngineDeps } from '../engine.ts';
import { createIds } from '../ids.ts';
import { silentLog } from '../logging/log.ts';

export interface TestEngine {
  readonly engine: Engine;
  readonly folder: string;
  readonly library: string;
  readonly events: { readonly name: string; readonly payload: unknown }[];
  call<K extends CallName<EngineContract>>(
    name: K,
    input: CallInput<EngineContract, K>,
  ): Promise<CallOutput<EngineContract, K>>;
  /** A grant for a path, as a dialog would give it. */
  grant(path: string): string;
  /** Resolves when an event makes the condition true, or it is true already. */
  until<T>(condition: () => Promise<T | null> | T | null): Promise<T>;
  /** The generation when it is not under way any more. */
  ended(id: string): Promise<GenerationDetail>;
  /** Keeps the folder. */
  close(): Promise<void>;
  remove(): Promise<void>;
}

export interface TestCloud {
  readonly baseUrl: string;
  readonly token: string;
}

export interface TestEngineOptions {
  readonly cloud: TestCloud | null | (() => TestCloud);
  readonly folder?: string;
  readonly library?: string;
  readonly deps?: Partial<EngineDeps>;
}

export async function startTestEngine(options: TestEngineOptions): Promise<TestEngine> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'kling5-engine-')));
  const library = options.library ?? join(folder, 'library');
  const grants = new Map<string, string>();
  const events: TestEngine['events'] = [];
  const listeners = new Set<() => void>();
  const engine = await createEngine({
    paths: { home: folder, library, logs: join(folder, 'logs') },
    version: '0.0.0-test',
    clock: systemClock,
    ids: createIds(),
    random: Math.random,
    host: createTestHost(options.cloud, grants),
    emit: (name, payload) => {
      events.push({ name, payload });
      for (const listener of listeners) listener();
    },
    log: silentLog,
    ...options.deps,
  });
  const call: TestEngine['call'] = async (name, input) =>
    (await dispatch(
      {
        contract: { ...engineContract, ...hostedContract },
        handlers: engine.handlers,
      },
      name,
      input,
      { signal: new AbortController().signal },
    )) as never;
  const until: TestEngine['until'] = (condition) =>
    new Promise((resolve, reject) => {
      const check = async () => {
        try {
          const value = await condition();
          if (value === null || !listeners.delete(onEvent)) return;
          resolve(value);
        } catch (thrown) {
          listeners.delete(onEvent);
          reject(thrown);
        }
      };
      const onEvent = () => void check();
      listeners.add(onEvent);
      onEvent();
    });
  return {
    engine,
    folder,
    library,
    events,
    call,
    until,
    grant: (path) => {
      const id = randomBytes(10).toString('hex');
      grants.set(id, path);
      return id;
    },
    ended: (id) =>
      until(async () => {
        const detail = await call('generations.get', { id });
        return isActive(detail.status) ? null : detail;
      }),
    close: () => engine.close(),
    remove: async () => {
      await engine.close();
      // a step that outlives its engine, on a busy machine, may still make a file
      await rm(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

export function createTestHost(
  cloud: TestEngineOptions['cloud'],
  grants: Map<string, string>,
): TypedClient<HostContract> {
  const secrets = new Map<string, string>();
  const handlers: HostHandlers = {
    'grants.redeem': ({ grantId }) => {
      const path = grants.get(grantId);
      grants.delete(grantId);
      if (path === undefined) throw new AppError('grant-unknown', 'This grant is used up.');
      return { path };
    },
    'cloud.endpoint': () => {
      const place = typeof cloud === 'function' ? cloud() : cloud;
      if (!place) throw new AppError('cloud-unreachable', 'There is no cloud here.');
      return { ...place, isEmbedded: true };
    },
    'library.moved': () => ({}),
    'engine.startAgain': () => ({}),
    'secrets.count': () => ({ count: secrets.size }),
    'secrets.names': () => ({ names: [...secrets.keys()] }),
    'secrets.get': ({ name }) => ({ value: secrets.get(name) ?? null }),
    'secrets.set': ({ name, value }) => {
      secrets.set(name, value);
      return { isPersistent: false };
    },
    'secrets.delete': ({ name }) => {
      secrets.delete(name);
      return {};
    },
  };
  const table: Readonly<Record<string, AnyHandler>> = handlers;
  return {
    call: async (name, input) =>
      (await table[name]?.(input, { signal: new AbortController().signal })) as never,
  };
}

/** Confirms the age and waits for the cloud, so that a test can start with its first clip. */
export async function prepareToCreate(engine: TestEngine): Promise<void> {
  await engine.call('profile.confirmAge', {});
  await engine.call('cloud.refresh', {});
}

export const demoDraft: CallInput<EngineContract, 'generations.create'> = {
  kind: 'text-to-video',
  modelId: 'kling-3.0-omni',
  prompt: 'neon city in the rain',
  parameters: { duration: 5, aspect: '16:9', resolution: '720p' },
};
