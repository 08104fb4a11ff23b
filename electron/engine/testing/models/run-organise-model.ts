// One run of the model-based test of keeping clips in order, and many of them: actions in any order on a real engine, and after
// each of them its answer, after the last of them everything, compared with the model.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { CollectionId } from '#shared/domain/ids.ts';
import { systemClock } from '../../clock.ts';
import { auditOrder, type OrderedWorld } from '../audits/audit-order.ts';
import { fillLibrary } from '../fill-library.ts';
import { actions, clipCount, type OrganiseAction, vocabulary } from './organise-actions.ts';
import { createModel, modelChange, modelRedo, modelUndo, type Told } from './organise-model.ts';
import { actOnCollections } from './run-organise-collections.ts';
import { startTestEngine } from '../start-engine.ts';

/** What was seen in all runs together. */
export interface OrganiseSums {
  runs: number;
  actions: number;
  changes: number;
  /** Of collections and of what is in them. */
  collected: number;
  undone: number;
  redone: number;
  starts: number;
}

export interface OrganiseOptions {
  readonly runs: number;
  readonly seed: number;
  /** Of a failure that was seen before. */
  readonly path?: string;
  readonly onRun?: (done: number, sums: Readonly<OrganiseSums>) => void;
}

/** Throws with the fewest actions that show what does not add up, and with the seed and path to see it again. */
export async function fuzzOrganise(options: OrganiseOptions): Promise<OrganiseSums> {
  const sums = { runs: 0, actions: 0, changes: 0, collected: 0, undone: 0, redone: 0, starts: 0 };
  const property = fc.asyncProperty(actions, async (list) => {
    await runOnce(list, sums);
    sums.runs += 1;
    options.onRun?.(sums.runs, sums);
  });
  await fc.assert(property, {
    numRuns: options.runs,
    seed: options.seed,
    includeErrorInReport: true,
    ...(options.path === undefined ? {} : { path: options.path }),
  });
  return sums;
}

const prompts = Array.from({ length: clipCount }, (_, index) =>
  index % 2 === 0 ? `forest ${vocabulary[index] ?? ''}` : `harbour number${index}`,
);
const unfinished = 2;

/** Two changes never fall into one millisecond, so that a time in the trash is one of a kind. */
function createTickingClock() {
  let nowMs = Date.UTC(2026, 0, 1);
  return { ...systemClock, now: () => (nowMs += 1) };
}

async function runOnce(list: readonly OrganiseAction[], sums: OrganiseSums): Promise<void> {
  const deps = { clock: createTickingClock() };
  let engine = await startTestEngine({ cloud: null, deps });
  try {
    const { db } = engine.engine.context;
    const clips = fillLibrary({ db, library: engine.library }, prompts);
    db.run(`update generation set status = 'failed' where sequence = ?`, unfinished + 1);
    const model = createModel(prompts, new Set([unfinished]));
    const stepIds = new Map<number, number>();
    const collections: CollectionId[] = [];
    for (const [at, action] of list.entries()) {
      sums.actions += 1;
      if (action.do === 'start-again') {
        await engine.close();
        engine = await startTestEngine({ cloud: null, folder: engine.folder, deps });
        model.done.length = 0;
        model.undone = [];
        sums.starts += 1;
        continue;
      }
      const { real, expected } = await act(action, { engine, clips, model, stepIds, collections });
      if (expected) sums[sumOf[action.do]] += 1;
      if (!isDeepStrictEqual(real, expected)) {
        throw new Error(
          `action ${at + 1} tells ${JSON.stringify(real)} instead of ${JSON.stringify(expected)}`,
        );
      }
    }
    const problems = await auditOrder({ engine, clips, model, collections });
    if (problems.length > 0) throw new Error(problems.join('\n'));
  } finally {
    await engine.remove();
  }
}

const sumOf = {
  change: 'changes',
  collect: 'collected',
  uncollect: 'collected',
  arrange: 'collected',
  make: 'collected',
  rename: 'collected',
  delete: 'collected',
  undo: 'undone',
  'undo-earlier': 'undone',
  redo: 'redone',
} as const;

interface RunningWorld extends OrderedWorld {
  /** From the model's steps to the engine's. */
  readonly stepIds: Map<number, number>;
  readonly collections: CollectionId[];
}
type Answered = Exclude<OrganiseAction, { readonly do: 'start-again' }>;
const unknownStep = 999_999;

async function act(
  action: Answered,
  world: RunningWorld,
): Promise<{ readonly real: Told | null; readonly expected: Told | null }> {
  const { engine, clips, model, stepIds } = world;
  const told = (step: (Told & { readonly stepId: number }) | null) =>
    step && { type: step.type, count: step.count };
  switch (action.do) {
    case 'change': {
      const expected = modelChange(model, action.clips, action.change);
      const { step } = await engine.call('clips.change', {
        ids: action.clips.flatMap((index) => clips[index]?.id ?? []),
        change: action.change,
      });
      if (step) stepIds.set(model.lastId, step.stepId);
      return { real: told(step), expected };
    }
    case 'undo': {
      const { step } = await engine.call('changes.undo', {});
      return { real: told(step), expected: modelUndo(model, null) };
    }
    case 'undo-earlier': {
      const known = model.done.at(-1 - action.back)?.id ?? unknownStep;
      const stepId = stepIds.get(known) ?? unknownStep;
      const { step } = await engine.call('changes.undo', { stepId });
      return { real: told(step), expected: modelUndo(model, known) };
    }
    case 'redo': {
      const { step } = await engine.call('changes.redo', {});
      return { real: told(step), expected: modelRedo(model) };
    }
    case 'collect':
    case 'uncollect':
    case 'arrange':
    case 'make':
    case 'rename':
    case 'delete': {
      const { step, expected } = await actOnCollections(action, world);
      if (step) stepIds.set(model.lastId, step.stepId);
      return { real: told(step), expected };
    }
    default:
      return action satisfies never;
  }
}
