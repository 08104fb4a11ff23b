// The usual set-up of a test: the real gateway, and an engine on it that may make clips; new for each test, with nothing left of it
// afterwards. For tests and nothing else.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import {
  startTestGateway,
  type TestGateway,
  type TestGatewayOptions,
} from '../../gateway/testing/start-gateway.ts';
import type { EngineDeps } from '../engine.ts';
import { prepareToCreate, startTestEngine, type TestEngine } from './start-engine.ts';

export interface StudioOptions {
  /** What the gateway is to do; files for it may be written to the folder. */
  readonly gateway?: (folder: string) => TestGatewayOptions | Promise<TestGatewayOptions>;
  readonly deps?: () => Partial<EngineDeps>;
}

export interface TestStudio {
  readonly gateway: TestGateway;
  readonly engine: TestEngine;
  /** The home of the engine. */
  readonly folder: string;
  /** Closes the engine and starts another one on what it left. */
  restartEngine(deps?: Partial<EngineDeps>): Promise<void>;
}

/** Called once in a file, outside of its tests. */
export function useStudio(options: StudioOptions = {}): TestStudio {
  let gateway: TestGateway | null = null;
  let engine: TestEngine | null = null;
  let folder = '';

  async function open(deps: Partial<EngineDeps> = {}): Promise<TestEngine> {
    engine = await startTestEngine({
      cloud: gateway,
      folder,
      deps: { ...options.deps?.(), ...deps },
    });
    return engine;
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kling5-studio-'));
    gateway = await startTestGateway(await options.gateway?.(folder));
    await prepareToCreate(await open());
  });
  afterEach(async () => {
    await engine?.remove();
    await gateway?.close();
    await rm(folder, { recursive: true, force: true });
    [engine, gateway] = [null, null];
  });

  return {
    get gateway() {
      return present(gateway);
    },
    get engine() {
      return present(engine);
    },
    get folder() {
      return folder;
    },
    restartEngine: async (deps) => {
      await engine?.close();
      await open(deps);
    },
  };
}

function present<T>(part: T | null): T {
  if (part === null) throw new Error('It is there while a test runs.');
  return part;
}
