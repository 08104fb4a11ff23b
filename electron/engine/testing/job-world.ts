// Engine, fault proxy and gateway, connected: what the tests of jobs play in. The engine can crash and start again.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallInput } from '#shared/contract/define.ts';
import type { EngineContract } from '#shared/contract/engine.ts';
import { pngOf } from '../../gateway/testing/png.ts';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import { type FaultProxy, startFaultProxy } from './faults/fault-proxy.ts';
import { seededRandom } from './seeded-random.ts';
import { demoDraft, prepareToCreate, startTestEngine, type TestEngine } from './start-engine.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

export type Draft = CallInput<EngineContract, 'generations.create'>;

export interface JobWorld {
  readonly gateway: TestGateway;
  readonly proxy: FaultProxy;
  readonly engine: TestEngine;
  readonly clock: TestClock;
  /** A draft with a reference image that the cloud has not seen. */
  imageDraft(shade: number): Promise<Draft>;
  /** Ends the engine where it stands: nothing is written any more, no exit is marked as clean. */
  crash(): Promise<void>;
  /** Ends the engine the polite way. */
  close(): Promise<void>;
  /** Starts an engine on the same library. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

export interface JobWorldOptions {
  readonly seed?: number;
  /** How much faster the engine's time goes. */
  readonly speed?: number;
  readonly random?: () => number;
}

export async function startJobWorld(options: JobWorldOptions = {}): Promise<JobWorld> {
  const { seed = 1, speed = 50 } = options;
  const random = options.random ?? seededRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'kling5-world-'));
  const gateway = await startTestGateway();
  const proxy = await startFaultProxy(() => gateway.baseUrl, seed);
  let clock = createTestClock(speed);
  const open = () =>
    startTestEngine({
      cloud: { baseUrl: proxy.baseUrl, token: gateway.token },
      folder,
      deps: { clock, random },
    });
  let engine = await open();
  await prepareToCreate(engine);
  return {
    gateway,
    proxy,
    get engine() {
      return engine;
    },
    get clock() {
      return clock;
    },
    imageDraft: async (shade) => {
      const file = join(folder, `reference-${shade}.png`);
      await writeFile(file, pngOf(320, 300, shade));
      const asset = await engine.call('assets.import', { grantId: engine.grant(file) });
      return {
        ...demoDraft,
        kind: 'image-to-video',
        images: [{ role: 'first-frame', assetId: asset.id }],
      };
    },
    crash: async () => {
      const { context } = engine.engine;
      // within one turn of the loop, so that no step can write in between
      const ended = context.stopWork();
      context.cloud.stop();
      context.db.connection.close();
      // a process that died has no sockets and no steps that go on; what was sent is on its way all the same
      clock.stop();
      proxy.hangUp();
      await ended;
      await engine.close();
    },
    close: async () => {
      const ended = engine.engine.context.stopWork();
      clock.stop(); // no step outlives the engine, however slow this machine is
      await ended;
      await engine.close();
    },
    start: async () => {
      clock = createTestClock(speed, clock.now());
      engine = await open();
    },
    remove: async () => {
      await engine.close();
      await proxy.close();
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
