// One round of chaos: real jobs, a real gateway, and an engine process that dies at a chosen place. Then another engine starts on
// what is left, everything comes to rest, and the books of both sides are compared.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isActive } from '#shared/domain/generation-status.ts';
import { pngOf } from '../../gateway/testing/png.ts';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import type { Failpoint } from '../failpoint.ts';
import { auditJobs } from './audit-jobs.ts';
import { type ForkedEngine, forkEngine } from './fork-engine.ts';
import { seededRandom } from './seeded-random.ts';
import { demoDraft, startTestEngine, type TestEngine } from './start-engine.ts';
import { createTestClock } from './test-clock.ts';

/** From the click to the last row; `createErasure` and the endings that only a cloud can cause are played by other tests. */
export const chaosFailpoints = [
  'after created',
  'before started',
  'after started',
  'before createUpload',
  'after createUpload',
  'before appendUpload',
  'after appendUpload',
  'before uploaded',
  'after uploaded',
  'before createGeneration',
  'after createGeneration',
  'before listGenerations',
  'after listGenerations',
  'before accepted',
  'after accepted',
  'before getGeneration',
  'after getGeneration',
  'before rendered',
  'after rendered',
  'before outputContent',
  'after outputContent',
  'download piece',
  'download synced',
  'before outputPoster',
  'after outputPoster',
  'before rename',
  'after rename',
  'before saved',
  'after saved',
  'before cancelGeneration',
  'after cancelGeneration',
  'before cancelled',
  'after cancelled',
] as const satisfies readonly Failpoint[];
export type ChaosFailpoint = (typeof chaosFailpoints)[number];

export interface RoundResult {
  /** The engine died at the place; otherwise the round ended it from outside. */
  readonly hasDied: boolean;
  readonly jobs: number;
  readonly delivered: number;
  readonly problems: readonly string[];
}

const patienceMs = 6000;
const restMs = 20_000;

/** The same seed plays the same jobs; the timing of the processes is their own. */
export async function playRound(name: ChaosFailpoint, seed: number): Promise<RoundResult> {
  const random = seededRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'kling5-chaos-'));
  const gateway = await startTestGateway();
  try {
    await prepare(folder, gateway);
    const isLookedUp = name.endsWith('listGenerations');
    const isCancelled = name.includes('cancel');
    const isOnce = isLookedUp || isCancelled || name.includes('Upload');
    const passes = isOnce ? 1 : 1 + Math.floor(random() * 3);
    // a lookup by key needs a job whose fate is in doubt
    const first = isLookedUp
      ? { name: 'after createGeneration' as const, passes: 1 }
      : { name, passes };
    if (isCancelled) gateway.backend.hold();
    let life = forkEngine(folder, gateway, first);
    let created = await click(life, folder, seed);
    if (isCancelled) await cancelOne(life, patienceMs);
    let hasDied = await isDeadSoon(life);
    if (isLookedUp) {
      life = forkEngine(folder, gateway, { name, passes });
      hasDied = await isDeadSoon(life);
    }
    gateway.backend.release();
    const rest = await settle(folder, gateway);
    created = Math.max(created, rest.jobs);
    const problems = [...rest.problems];
    if (rest.jobs < created) problems.push(`${created} jobs were clicked, ${rest.jobs} are here`);
    return { hasDied, jobs: rest.jobs, delivered: rest.delivered, problems };
  } finally {
    await gateway.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A library whose age question is answered and that knows the cloud. */
async function prepare(folder: string, gateway: TestGateway): Promise<void> {
  const engine = await startTestEngine({ cloud: gateway, folder });
  await engine.call('profile.confirmAge', {});
  await engine.call('cloud.refresh', {});
  await engine.close();
}

/** Three jobs, each of another model, so that all go at once. Resolves with how many clicks were answered. */
async function click(engine: ForkedEngine, folder: string, seed: number): Promise<number> {
  const picture = join(folder, 'picture.png');
  await writeFile(picture, pngOf(320, 300, seed));
  let answered = 0;
  const create = async (change: object) => {
    await engine.call('generations.create', { ...demoDraft, prompt: `chaos ${seed}`, ...change });
    answered += 1;
  };
  const clicks = async () => {
    const asset = await engine.call('assets.import', { grantId: engine.grant(picture) });
    const images = [{ role: 'first-frame' as const, assetId: asset.id }];
    await create({ kind: 'image-to-video', images });
    await create({ modelId: 'kling-3.0' });
    await create({ modelId: 'kling-3.0-turbo' });
  };
  // an engine that dies answers no more; what it had answered must be there
  await Promise.race([clicks().catch(() => undefined), engine.ended]);
  return answered;
}

async function cancelOne(engine: ForkedEngine, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  const attempt = async () => {
    while (Date.now() < until) {
      const { active } = await engine.call('generations.queue', {});
      const job = active.find(({ status }) => status === 'rendering');
      if (job) {
        await engine.call('generations.cancel', { id: job.id });
        return;
      }
      await wait(30);
    }
  };
  await Promise.race([attempt().catch(() => undefined), engine.ended]);
}

/** Whether it ended by itself; it is ended here when it did not. */
async function isDeadSoon(engine: ForkedEngine): Promise<boolean> {
  const isAlive = Symbol('alive');
  const stop = new AbortController();
  const atRest = untilAtRest(engine, stop.signal).catch(() => engine.ended);
  const first = await Promise.race([
    engine.ended,
    atRest.then(() => isAlive),
    wait(patienceMs, isAlive, { signal: stop.signal }),
  ]);
  stop.abort();
  if (first !== isAlive) return true;
  await engine.kill();
  return false;
}

async function untilAtRest(engine: ForkedEngine, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { active } = await engine.call('generations.queue', {});
    if (active.length === 0 || signal.aborted) return;
    await wait(100);
  }
}

interface Rest {
  readonly jobs: number;
  readonly delivered: number;
  readonly problems: readonly string[];
}

/** The next start, with time that goes faster, until nothing is under way. */
async function settle(folder: string, gateway: TestGateway): Promise<Rest> {
  const engine = await startTestEngine({
    cloud: gateway,
    folder,
    deps: { clock: createTestClock(20) },
  });
  try {
    await engine.call('queue.resume', {}); // dying twice over one job pauses it
    const isOver = await comesToRest(engine);
    const { db } = engine.engine.context;
    const jobs = db.get<{ readonly count: number }>('select count(*) as count from generation');
    const count = jobs?.count ?? 0;
    const audit = auditJobs({ engine, gateway }, count);
    const integrity = String(db.connection.pragma('integrity_check', { simple: true }));
    const orphans = db.connection.pragma('foreign_key_check') as unknown[];
    return {
      jobs: count,
      delivered: audit.delivered,
      problems: [
        ...(isOver ? [] : ['does not come to rest']),
        ...audit.problems,
        ...(integrity === 'ok' ? [] : [`integrity: ${integrity}`]),
        ...(orphans.length === 0 ? [] : [`${orphans.length} rows point nowhere`]),
      ],
    };
  } finally {
    await engine.remove();
  }
}

async function comesToRest(engine: TestEngine): Promise<boolean> {
  const until = Date.now() + restMs;
  while (Date.now() < until) {
    const rows = engine.engine.context.db.all<{ readonly status: never }>(
      'select status from generation',
    );
    if (!rows.some(({ status }) => isActive(status))) return true;
    await wait(30);
  }
  return false;
}
