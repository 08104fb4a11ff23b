// A thousand jobs through a gateway that answers at once: how long the engine's thread is busy with each, and what it keeps of them.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Database } from '../../electron/engine/database/database.ts';
import {
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../../electron/engine/testing/start-engine.ts';
import { createTestClock } from '../../electron/engine/testing/test-clock.ts';
import { temporaryFolder } from '../launch.ts';
import { writeRandomFile } from './download.ts';
import { startGatewayProcess } from './gateway-process.ts';
import type { BenchRow } from './measure.ts';
import { bytesInUse } from './memory.ts';

const jobs = 1000;
const takes = 4;
/** Looks at the cloud come as soon as the engine is done with the last: no waiting is measured. */
const clockSpeed = 200;
const megabyte = 1_000_000;

export async function benchJobs(): Promise<BenchRow> {
  const folder = temporaryFolder('jobs');
  const clip = join(folder, 'clip.mp4');
  writeRandomFile(clip, megabyte);
  const gateway = await startGatewayProcess(folder, clip);
  const engine = await startTestEngine({
    cloud: gateway,
    deps: { clock: createTestClock(clockSpeed) },
  });
  await prepareToCreate(engine);
  gateway.giveCredits(1_000_000);
  await engine.call('cloud.refresh', {});
  await generate(engine, jobs / 10); // code is compiled, caches are filled

  const before = performance.eventLoopUtilization();
  const cpuBefore = process.threadCpuUsage();
  await generate(engine, jobs / 2);
  const keptAtHalf = bytesInUse();
  await generate(engine, jobs / 2);
  const busyMs = performance.eventLoopUtilization(before).active / jobs;
  // on a machine with other work, the thread is ready more often than it runs
  const cpu = process.threadCpuUsage(cpuBefore);
  const cpuMs = (cpu.user + cpu.system) / 1000 / jobs;
  const growth = bytesInUse() - keptAtHalf;

  await engine.remove();
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    what: `${jobs} jobs (memory of the second half ${(growth / megabyte).toFixed(1)} MB)`,
    ours: `${busyMs.toFixed(1)} ms a job, ${cpuMs.toFixed(1)} of them CPU`,
    baseline: '–',
    ratio: '–',
    target: 'at most 20 ms, under 5 MB',
    isMet: busyMs <= 20 && growth < 5 * megabyte,
  };
}

/** All are clicked, then all come. */
async function generate(engine: TestEngine, count: number): Promise<void> {
  for (let clicked = 0; clicked < count; clicked += takes) {
    const prompt = `benchmark ${clicked}`;
    await engine.call('generations.create', { ...demoDraft, prompt, takes });
  }
  const { db } = engine.engine.context;
  await engine.until(() => {
    engine.events.length = 0; // the test keeps them, the app does not
    return readNextUnderWay(db) === undefined ? true : null;
  });
  const { failed } = db.get<{ failed: number }>(
    `select count(*) failed from generation where status <> 'ready'`,
  ) ?? { failed: count };
  if (failed > 0) throw new Error(`${failed} jobs did not end with a clip`);
}

function readNextUnderWay(db: Database) {
  return db.get(
    `select 1 from generation
     where status in ('queued', 'uploading', 'submitting', 'rendering', 'downloading') limit 1`,
  );
}
