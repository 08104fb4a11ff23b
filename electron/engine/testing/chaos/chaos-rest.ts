// The end of a round of chaos: the next start, with time that goes faster, until nothing is under way; then every check.
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type GenerationStatus, isActive } from '#shared/domain/generation-status.ts';
import { pngOf } from '../../../gateway/testing/png.ts';
import { auditArrivals, type LedgerLine } from '../audits/audit-arrivals.ts';
import { auditJobs } from '../audits/audit-jobs.ts';
import { auditLibrary } from '../audits/audit-library.ts';
import type { Click } from './chaos-life.ts';
import type { World } from './chaos-world.ts';
import { startTestEngine, type TestEngine } from '../start-engine.ts';
import { createTestClock } from '../test-clock.ts';

export interface Rest {
  readonly jobs: number;
  readonly delivered: number;
  readonly problems: readonly string[];
}

/** Counted in looks: a machine that is busy with other things, or whose disk stands still, takes longer for each. */
const restLooks = 4500;
const lookEveryMs = 20;
const clockSpeed = 20;

export async function settle(
  world: World,
  clicks: readonly Click[],
  lostId: string | null,
): Promise<Rest> {
  const { folder, gateway, plan } = world;
  const clock = createTestClock(clockSpeed);
  const engine = await startTestEngine({ cloud: gateway, folder, deps: { clock } });
  try {
    await actAsPeopleDo(engine, world, lostId);
    const stuck = await untilAtRest(engine);
    const jobs = readJobs(engine);
    const audit = auditJobs({ engine, gateway }, jobs.length);
    return {
      jobs: jobs.length,
      delivered: audit.delivered,
      problems: [
        ...stuck.map((status) => `stays ${status}`),
        ...auditClicks(clicks, jobs, lostId),
        ...audit.problems,
        ...auditLibrary(engine, { hasPosters: !plan.isLarge }),
        ...(await auditRequests(engine, world)),
        ...(await auditBalance(world, audit.charged)),
      ],
    };
  } finally {
    await engine.remove();
  }
}

/** After a crash: go on, choose the pictures again that were not taken, fetch again what is paid. */
async function actAsPeopleDo(engine: TestEngine, world: World, lostId: string | null) {
  await engine.call('queue.resume', {}); // dying twice over one job pauses it
  for (const { picture } of world.plan.clicks) {
    if (picture === null) continue;
    const path = join(world.folder, `picture-${picture}.png`);
    await writeFile(path, pngOf(320, 300, picture));
    await engine.call('assets.import', { grantId: engine.grant(path) });
  }
  if (lostId === null) return;
  const { status } = await engine.call('generations.get', { id: lostId });
  if (status === 'failed') await engine.call('generations.retry', { id: lostId });
}

interface JobRow {
  readonly id: string;
  readonly prompt: string;
  readonly status: GenerationStatus;
}

function readJobs({ engine }: TestEngine): JobRow[] {
  return engine.context.db.all<JobRow>('select id, prompt, status from generation');
}

/** Resolves with what does not come to rest. */
async function untilAtRest(engine: TestEngine): Promise<string[]> {
  for (let looks = 0; ; looks += 1) {
    const active = readJobs(engine).filter(({ status }) => isActive(status));
    // the engine sweeps at its start, beside everything else; the audit tells what it has left
    if (active.length === 0 && (await isSwept(engine))) return [];
    if (looks > restLooks) {
      return Promise.all(
        active.map(async ({ id, status }) => `${status}: ${await seenOf(engine, id)}`),
      );
    }
    await wait(lookEveryMs);
  }
}

/** Why a job does not go on, as far as the engine says. */
async function seenOf(engine: TestEngine, id: string): Promise<string> {
  const { step, progress, waiting, attempts } = await engine.call('generations.get', { id });
  const now = new Date(engine.engine.context.clock.now()).toISOString();
  return JSON.stringify({ step, progress, waiting, attempts, now });
}

async function isSwept({ library }: TestEngine): Promise<boolean> {
  const names = await readdir(join(library, 'incoming')).catch(() => []); // not made yet
  return names.length === 0;
}

/** What was answered is here; what was not is here whole or not at all; nothing is here that nobody asked for. */
function auditClicks(
  clicks: readonly Click[],
  jobs: readonly JobRow[],
  lostId: string | null,
): string[] {
  const problems = clicks.flatMap(({ prompt, takes, ids }) => {
    const own = jobs.filter((job) => job.prompt === prompt);
    const isWhole = own.length === takes || (own.length === 0 && ids === null);
    const gone = (ids ?? []).filter((id) => !own.some((job) => job.id === id));
    return [
      ...(isWhole ? [] : [`${takes} takes of "${prompt}" were clicked, ${own.length} are here`]),
      ...gone.map((id) => `${id} was promised and is not here`),
    ];
  });
  const asked = new Set(clicks.map(({ prompt }) => prompt));
  const strange = jobs.filter(({ id, prompt }) => id !== lostId && !asked.has(prompt));
  return [...problems, ...strange.map(({ prompt }) => `nobody asked for "${prompt}"`)];
}

/** The ledger survives a death of the process; a power cut may take its last lines. */
async function auditRequests(engine: TestEngine, { gateway, powerCut }: World): Promise<string[]> {
  if (powerCut !== null) return [];
  for (let looks = 0; ; looks += 1) {
    const arrivals = await gateway.accessLog();
    const ledger = engine.engine.context.db.all<LedgerLine>(
      'select method, path, status from network_request',
    );
    const problems = auditArrivals(ledger, arrivals);
    if (problems.length === 0 || looks > 100) return problems;
    await wait(lookEveryMs); // a look at the balance may be on its way
  }
}

/** The account itself: nothing is held any more, and nothing is gone but what the ended jobs have cost. */
async function auditBalance(world: World, charged: number): Promise<string[]> {
  const { credits } = await readGateway<Account>(world, '/v1/account');
  const granted = await creditsGranted(world);
  const isRight = credits.available === granted - charged && credits.held === 0;
  return isRight
    ? []
    : [`${credits.available} of ${granted} credits left, ${credits.held} held, ${charged} paid`];
}

interface Account {
  readonly credits: { readonly available: number; readonly held: number };
}

interface CreditPage {
  readonly items: readonly { readonly type: string; readonly amount: number }[];
  readonly nextCursor: string | null;
}

/** More than once in a round that sees midnight: the demo service tops the account up each day. */
async function creditsGranted(world: World): Promise<number> {
  let granted = 0;
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page: CreditPage = await readGateway<CreditPage>(world, `/v1/account/credits${from}`);
    for (const { type, amount } of page.items) granted += type === 'grant' ? amount : 0;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return granted;
}

async function readGateway<T>({ gateway }: World, path: string): Promise<T> {
  const response = await gateway.fetch(path);
  return (await response.json()) as T;
}
