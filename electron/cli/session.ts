// An engine in this process, for as long as one command runs. Opens in the same order as the app: unfinished wipe first.
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
} from '#shared/contract/define.ts';
import { type EngineContract, engineContract } from '#shared/contract/engine.ts';
import { type HostedContract, hostedContract } from '#shared/contract/host.ts';
import type { GrantUse } from '#shared/contract/host.ts';
import type { GrantId } from '#shared/domain/ids.ts';
import { type AnyHandler, dispatch } from '#shared/rpc/server.ts';
import { systemClock } from '../engine/clock.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { claimHome } from '../engine/erasure/home-marker.ts';
import { runPendingWipe } from '../engine/erasure/run-wipe.ts';
import { createIds } from '../engine/ids.ts';
import { createLogFile } from '../engine/logging/log-file.ts';
import { deleteAllSecrets } from '../host/secrets.ts';
import { createCliHost } from './host.ts';
import type { Output } from './output.ts';
import { libraryOf } from './places.ts';

export interface SessionOptions {
  readonly home: string;
  readonly version: string;
  readonly output: Output;
}

type SessionContract = EngineContract & HostedContract;

export interface Session {
  readonly engine: Engine;
  readonly library: string;
  call<K extends CallName<SessionContract>>(
    name: K,
    input: CallInput<SessionContract, K>,
  ): Promise<CallOutput<SessionContract, K>>;
  /** Returns a function that stops listening. */
  on<K extends EventName<EngineContract>>(
    name: K,
    listener: (payload: EventPayload<EngineContract, K>) => void,
  ): () => void;
  grant(path: string, use: GrantUse): GrantId;
  /** Ends engine and gateway in good order. May be called twice. */
  close(): Promise<void>;
}

export async function openSession({ home, version, output }: SessionOptions): Promise<Session> {
  mkdirSync(home, { recursive: true });
  await finishWipe(home, output);
  claimHome(home);
  const library = libraryOf(home);
  const logs = join(home, 'logs');
  const host = createCliHost(home);
  const events = new EventEmitter().setMaxListeners(0);
  let engine: Engine;
  try {
    engine = await createEngine({
      paths: { home, library, logs },
      version,
      clock: systemClock,
      ids: createIds(),
      random: Math.random,
      host: host.client,
      emit: (name, payload) => void events.emit(name, payload),
      log: createLogFile(logs, systemClock),
    });
  } catch (error) {
    await host.stop();
    throw error;
  }
  const contract = { ...engineContract, ...hostedContract };
  const handlers = engine.handlers as Readonly<Record<string, AnyHandler>>;
  const context = { signal: new AbortController().signal };
  return {
    engine,
    library,
    call: async (name, input) =>
      (await dispatch({ contract, handlers }, name, input, context)) as never,
    on: (name, listener) => {
      events.on(name, listener);
      return () => events.off(name, listener);
    },
    grant: (path, use) => host.grant(path, use),
    close: async () => {
      await engine.close();
      await host.stop();
    },
  };
}

/** What was ordered and cut off comes before everything else. */
async function finishWipe(home: string, output: Output): Promise<void> {
  const receipt = await runPendingWipe({
    home,
    now: () => new Date(),
    deleteSecrets: () => deleteAllSecrets(home),
  });
  if (receipt) output.note('An erasure that was not finished is finished now.');
}
