// What people do in the life of an engine process that is about to die, and how it ends.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pngOf } from '../../../gateway/testing/png.ts';
import type { Death, PlannedClick, RoundPlan } from './chaos-world.ts';
import type { ForkedEngine } from '../fork-engine.ts';
import { demoDraft } from '../start-engine.ts';

/** One click on Generate, and what was heard of it. */
export interface Click {
  readonly prompt: string;
  readonly takes: number;
  /** `null` when the engine died before it answered. */
  ids: readonly string[] | null;
}

export interface LifeWork {
  readonly folder: string;
  readonly plan: RoundPlan;
  /** To be fetched again. */
  readonly lostId: string | null;
}

const patienceMs = 12_000;
const lookEveryMs = 20;

/** The first life: everything is clicked. What an engine that died had not answered is not an error. */
export async function liveOnce(engine: ForkedEngine, work: LifeWork): Promise<readonly Click[]> {
  const { plan, folder, lostId } = work;
  const clicks: Click[] = [];
  const act = async () => {
    if (lostId !== null) await engine.call('generations.retry', { id: lostId });
    for (const [index, planned] of plan.clicks.entries()) {
      const click: Click = { prompt: `chaos ${index}`, takes: planned.takes, ids: null };
      const images = planned.picture === null ? [] : [await addPicture(engine, folder, planned)];
      clicks.push(click);
      const { items } = await engine.call('generations.create', {
        ...demoDraft,
        prompt: click.prompt,
        modelId: planned.modelId,
        takes: planned.takes,
        ...(images.length > 0 ? { kind: 'image-to-video' as const, images } : {}),
      });
      click.ids = items.map(({ id }) => id);
    }
    if (plan.cancelIn.length === 0) return;
    await wait(plan.cancelAfterMs);
    await cancelOne(engine, plan.cancelIn);
  };
  await Promise.race([act().catch(() => undefined), engine.ended]);
  return clicks;
}

async function addPicture(engine: ForkedEngine, folder: string, { picture }: PlannedClick) {
  const path = join(folder, `picture-${picture}.png`);
  await writeFile(path, pngOf(320, 300, picture ?? 0));
  const { id } = await engine.call('assets.import', { grantId: engine.grant(path) });
  return { role: 'first-frame' as const, assetId: id };
}

async function cancelOne(engine: ForkedEngine, among: RoundPlan['cancelIn']): Promise<void> {
  const until = performance.now() + patienceMs / 2;
  while (performance.now() < until) {
    const { active } = await engine.call('generations.queue', {});
    const job = active.find(({ status }) => among.includes(status));
    if (job) {
      await engine.call('generations.cancel', { id: job.id });
      return;
    }
    if (active.length === 0) return;
    await wait(lookEveryMs);
  }
}

/** Goes on until it dies; true when it did so by itself. It is ended here when it does not. */
export async function liveOn(
  engine: ForkedEngine,
  death: Death,
  isFirst: boolean,
): Promise<boolean> {
  const stop = new AbortController();
  const isAlive = Symbol('alive');
  const limitMs = 'afterMs' in death ? death.afterMs : patienceMs;
  const atRest = untilAtRest(engine, isFirst, stop.signal).then(
    () => isAlive,
    () => engine.ended,
  );
  const first = await Promise.race([
    engine.ended,
    ...('afterMs' in death ? [] : [atRest]),
    wait(limitMs, isAlive, { signal: stop.signal }),
  ]);
  stop.abort();
  if (first !== isAlive) return true;
  await engine.kill();
  return false;
}

async function untilAtRest(
  engine: ForkedEngine,
  isFirst: boolean,
  signal: AbortSignal,
): Promise<void> {
  if (!isFirst) await engine.call('queue.resume', {}); // dying twice over one job pauses it
  for (;;) {
    const { active } = await engine.call('generations.queue', {});
    if (active.length === 0 || signal.aborted) return;
    await wait(lookEveryMs);
  }
}
