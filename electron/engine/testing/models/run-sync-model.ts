// One run of the model-based test of clips made elsewhere, and many of them: whatever the cloud tells, nothing that was here goes,
// nothing that was erased comes back, and in the end everything is here, once, and paid once.
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { AppError } from '#shared/errors.ts';
import { createClient } from '../../../gateway/testing/test-client.ts';
import { type JobWorld, startJobWorld } from '../job-world.ts';
import { demoDraft } from '../start-engine.ts';
import { lieAbout, type SyncAction, syncActions } from './sync-actions.ts';

export interface SyncSums {
  runs: number;
  actions: number;
  elsewhere: number;
  fetched: number;
  erased: number;
  lies: number;
  starts: number;
}

export interface SyncOptions {
  readonly runs: number;
  readonly seed: number;
  readonly path?: string;
  readonly onRun?: (done: number, sums: Readonly<SyncSums>) => void;
}

/** Throws with the actions, seed and path of the first run that does not add up. */
export async function fuzzSync({ runs, seed, path, onRun }: SyncOptions): Promise<SyncSums> {
  const sums = { runs: 0, actions: 0, elsewhere: 0, fetched: 0, erased: 0, lies: 0, starts: 0 };
  const property = fc.asyncProperty(syncActions, fc.nat(), async (actions, worldSeed) => {
    await runOnce(actions, worldSeed, sums);
    sums.runs += 1;
    onRun?.(sums.runs, sums);
  });
  await fc.assert(property, {
    numRuns: runs,
    seed,
    endOnFailure: true,
    includeErrorInReport: true,
    ...(path === undefined ? {} : { path }),
  });
  return sums;
}

interface Known {
  readonly world: JobWorld;
  /** Prompts, which name a clip here: each is used once. */
  readonly elsewhere: Set<string>;
  readonly here: Set<string>;
  readonly seenReady: Set<string>;
  readonly erased: Set<string>;
  firstPage: unknown;
}

const speed = 200;
/** So that there is something to lose. */
const opening: readonly SyncAction[] = [
  { do: 'make elsewhere' },
  { do: 'make elsewhere' },
  { do: 'make here' },
  { do: 'look' },
  { do: 'fetch all' },
  { do: 'make elsewhere' },
  { do: 'wait' },
];

async function runOnce(
  actions: readonly SyncAction[],
  seed: number,
  sums: SyncSums,
): Promise<void> {
  const world = await startJobWorld({ seed, speed });
  const known: Known = {
    world,
    elsewhere: new Set(),
    here: new Set(),
    seenReady: new Set(),
    erased: new Set(),
    firstPage: undefined,
  };
  try {
    for (const [index, action] of [...opening, ...actions].entries()) {
      await act(action, known, sums);
      sums.actions += 1;
      expectNone(lostOrRisen(known), `after action ${index + 1}, ${JSON.stringify(action)}`);
    }
    await comeToRest(known);
    expectNone([...lostOrRisen(known), ...(await auditEnd(known))], 'at rest');
    sums.elsewhere += known.elsewhere.size;
    sums.fetched += [...known.elsewhere].filter((prompt) => known.seenReady.has(prompt)).length;
    sums.erased += known.erased.size;
  } finally {
    await world.remove();
  }
}

function expectNone(problems: readonly string[], when: string): void {
  if (problems.length > 0) throw new Error(`${when}: ${problems.join('; ')}`);
}

const database = ({ world }: Known) => world.engine.engine.context.db;

const promptsIn = (known: Known, statuses: string): string[] =>
  database(known)
    .all<{ readonly prompt: string }>(
      `select prompt from generation where status in (${statuses}) order by sequence`,
    )
    .map(({ prompt }) => prompt);

/** To be asked after every action. */
function lostOrRisen(known: Known): string[] {
  const ready = new Set(promptsIn(known, "'ready'"));
  const lost = [...known.seenReady].filter(
    (prompt) => !ready.has(prompt) && !known.erased.has(prompt),
  );
  for (const prompt of ready) known.seenReady.add(prompt);
  const risen = [...known.erased].filter((prompt) => ready.has(prompt));
  const listed = database(known)
    .all<{ readonly prompt: string }>('select prompt from cloud_clip where is_gone = 0')
    .filter(({ prompt }) => known.erased.has(prompt));
  return [
    ...lost.map((prompt) => `"${prompt}" was here and is not`),
    ...risen.map((prompt) => `"${prompt}" was erased and is here`),
    ...listed.map(({ prompt }) => `"${prompt}" was erased and is listed`),
  ];
}

/** No answer, or one that comes too late, is an answer too. */
async function whatever(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code === 'internal') throw thrown;
  }
}

async function act(action: SyncAction, known: Known, sums: SyncSums): Promise<void> {
  const { world } = known;
  const { engine, gateway, proxy } = world;
  switch (action.do) {
    case 'make elsewhere': {
      const prompt = `elsewhere ${known.elsewhere.size}`;
      known.elsewhere.add(prompt);
      const client = createClient(gateway);
      await client.finished((await client.create({ prompt, parameters: { duration: 5 } })).body.id);
      return;
    }
    case 'make here': {
      const prompt = `here ${known.here.size}`;
      known.here.add(prompt);
      await whatever(engine.call('generations.create', { ...demoDraft, prompt }));
      return;
    }
    case 'look':
      await engine.call('sync.run', {});
      return;
    case 'wait':
      await delay(40);
      return;
    case 'fetch all':
      await engine.call('cloud.download', { ids: null });
      return;
    case 'fetch': {
      const { items } = await engine.call('cloud.onlyThere', {});
      const clip = items[action.at % Math.max(1, items.length)];
      if (clip) await whatever(engine.call('cloud.download', { ids: [clip.id] }));
      return;
    }
    case 'cancel': {
      const { active } = await engine.call('generations.queue', {});
      const job = active[action.at % Math.max(1, active.length)];
      if (job) await whatever(engine.call('generations.cancel', { id: job.id }));
      return;
    }
    case 'erase': {
      const ready = promptsIn(known, "'ready'");
      const prompt = ready[action.at % Math.max(1, ready.length)];
      if (prompt === undefined) return;
      known.erased.add(prompt);
      database(known).run(`delete from generation where prompt = ?`, prompt);
      return;
    }
    case 'lie':
      sums.lies += 1;
      proxy.play([
        {
          route: 'generationChanges',
          times: action.times,
          fault: {
            type: 'edit',
            edit: (value) => {
              known.firstPage ??= value;
              return lieAbout(action.how, value, known.firstPage);
            },
          },
        },
      ]);
      return;
    case 'storm':
      proxy.play(
        action.isOn
          ? [
              { probability: 0.2, fault: { type: 'cut-body' } },
              { probability: 0.2, fault: { type: 'status', status: 503, when: 'before' } },
            ]
          : [],
      );
      return;
    case 'network':
      proxy.setNetwork(action.isUp);
      return;
    case 'gateway restarts':
      await gateway.restart();
      return;
    case 'crash':
    case 'close':
      sums.starts += 1;
      await (action.do === 'crash' ? world.crash() : world.close());
      await world.start();
      return;
    default:
      action satisfies never;
  }
}

const restLooks = 2000;

/** Ends every trouble, reads the whole history, and fetches until nothing is only there. */
async function comeToRest(known: Known): Promise<void> {
  const { proxy } = known.world;
  proxy.setNetwork(true);
  proxy.play([]);
  const { engine } = known.world;
  await engine.call('queue.resume', {});
  await engine.call('cloud.refresh', {});
  for (let looks = 0; looks < restLooks; looks += 1) {
    const state = await engine.call('sync.run', {});
    expectNone(state.problem ? [state.problem.message] : [], 'the last look');
    await engine.call('cloud.download', { ids: null });
    const { total } = await engine.call('cloud.onlyThere', {});
    const { active } = await engine.call('generations.queue', {});
    if (total === 0 && active.length === 0) return;
    await delay(10);
  }
  throw new Error('does not come to rest');
}

async function auditEnd(known: Known): Promise<string[]> {
  const ready = promptsIn(known, "'ready'");
  const missing = [...known.elsewhere].filter(
    (prompt) => !ready.includes(prompt) && !known.erased.has(prompt),
  );
  const { items } = await known.world.engine.call('account.credits', { limit: 200 });
  const paid = items.filter(({ type }) => type === 'settle').map((entry) => entry.generationId);
  return [
    ...missing.map((prompt) => `"${prompt}" was made elsewhere and is not here`),
    ...(new Set(ready).size === ready.length ? [] : ['a clip is here twice']),
    ...(new Set(paid).size === paid.length ? [] : ['a clip was paid twice']),
    ...(paid.length >= known.elsewhere.size && paid.length <= known.elsewhere.size + known.here.size
      ? []
      : [`${paid.length} clips were paid`]),
  ];
}
