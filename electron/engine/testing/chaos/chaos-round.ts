// One round of chaos: real jobs, a real gateway, and an engine process that dies where the plan says. Then another engine starts
// on what is left, everything comes to rest, and the books of both sides are compared.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RenderFailure } from '../../../gateway/backend.ts';
import { startTestGateway } from '../../../gateway/testing/start-gateway.ts';
import type { ChaosFailpoint } from './chaos-places.ts';
import { largeResultBytes, planRound } from './chaos-plan.ts';
import { type Click, liveOn, liveOnce } from './chaos-life.ts';
import { type Rest, settle } from './chaos-rest.ts';
import type { World } from './chaos-world.ts';
import { createDice } from '../dice.ts';
import { forkEngine } from '../fork-engine.ts';
import { preparePowerCut } from '../power-cut/power-cut.ts';
import { demoDraft, prepareToCreate, startTestEngine } from '../start-engine.ts';
import { createTestClock } from '../test-clock.ts';

export interface RoundResult {
  /** The engine died at the round's own place; otherwise the round ended it from outside. */
  readonly hasDied: boolean;
  /** Of all its processes. */
  readonly kills: number;
  /** Changes of names and contents that the power cuts have taken back. */
  readonly takenBack: number;
  readonly jobs: number;
  readonly delivered: number;
  readonly problems: readonly string[];
}

export interface RoundOptions {
  /** The library of power-cut.ts; without it a death is that of the process alone. */
  readonly noteTaker?: string;
}

/** The same seed plays the same plan; the timing of the processes is their own. */
export async function playRound(
  name: ChaosFailpoint,
  seed: number,
  { noteTaker }: RoundOptions = {},
): Promise<RoundResult> {
  const plan = planRound(name, seed);
  const folder = await mkdtemp(join(tmpdir(), 'kling5-chaos-'));
  const notes = `${folder}-unsynced`;
  const gateway = await startTestGateway();
  const powerCut = noteTaker === undefined ? null : preparePowerCut(noteTaker, folder, notes);
  const world = { folder, gateway, plan, powerCut };
  try {
    const lostId = await prepare(world);
    const { clicks, hasDied, takenBack } = await playDeaths(world, lostId);
    gateway.backend.release();
    const rest: Rest = await settle(world, clicks, lostId);
    return { ...rest, hasDied, takenBack, kills: plan.deaths.length };
  } finally {
    await gateway.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
    await rm(notes, { recursive: true, force: true });
  }
}

/** A library whose age question is answered and that knows the cloud; then the cloud goes wrong as planned. */
async function prepare({ folder, gateway, plan }: World): Promise<string | null> {
  const engine = await startTestEngine({
    cloud: gateway,
    folder,
    deps: { clock: createTestClock(100) },
  });
  let lostId: string | null = null;
  try {
    await prepareToCreate(engine);
    if (plan.hasLostResult) {
      await gateway.restart({
        faults: { rules: [{ route: 'outputContent', fault: { type: 'wrongHash' } }] },
      });
      const { items } = await engine.call('generations.create', demoDraft);
      lostId = items[0]?.id ?? null;
      if (lostId !== null) await engine.ended(lostId);
    }
  } finally {
    await engine.close();
  }
  const outputFile = join(folder, 'large.mp4');
  if (plan.isLarge) await writeFile(outputFile, randomBytes(largeResultBytes));
  await gateway.restart({
    faults: { rules: [...plan.rules], ...(plan.isLarge ? { outputFile } : {}) },
  });
  arrangeRenders({ gateway, plan });
  return lostId;
}

const refusals: Readonly<Record<string, boolean>> = { 'policy-refused': true };

function arrangeRenders({ gateway, plan }: Pick<World, 'gateway' | 'plan'>): void {
  if (plan.isHeld) gateway.backend.hold();
  const { renderFails } = plan;
  if (renderFails === null) return;
  const isRefused = refusals[renderFails] ?? false;
  gateway.backend.failNext(new RenderFailure(renderFails, 'Not this one.', isRefused));
}

async function playDeaths(
  { folder, gateway, plan, powerCut }: World,
  lostId: string | null,
): Promise<{ clicks: readonly Click[]; hasDied: boolean; takenBack: number }> {
  let clicks: readonly Click[] = [];
  let hasDied = false;
  let takenBack = 0;
  for (const [index, death] of plan.deaths.entries()) {
    const engine = forkEngine(folder, gateway, {
      ...('name' in death && { failpoint: death }),
      ...(powerCut && { env: powerCut.env }),
    });
    const isFirst = index === 0;
    if (isFirst) clicks = await liveOnce(engine, { folder, plan, lostId });
    const isOwnDeath = await liveOn(engine, death, isFirst);
    if (index === plan.ownDeath) hasDied = isOwnDeath;
    takenBack += powerCut?.strike(createDice(plan.luck + index)) ?? 0;
    if (!isFirst) continue;
    gateway.backend.release();
    if (plan.restartsGateway) await gateway.restart();
  }
  return { clicks, hasDied, takenBack };
}
