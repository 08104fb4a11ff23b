// What happens in one round of chaos, drawn from a seed: which jobs are clicked, what the cloud does wrong, where the engine
// dies. Pure; playing it is in chaos-round.ts.
import type { Failpoint } from '../../failpoint.ts';
import { mishaps, needsOf, textModels } from './chaos-needs.ts';
import { type ChaosFailpoint, chaosFailpoints } from './chaos-places.ts';
import { createDice, type Dice } from '../dice.ts';
import type { Death, PlannedClick, RoundPlan } from './chaos-world.ts';

const largeBytes = 3 * 1024 * 1024;
/** What one read of a socket brings at most. */
const pieceBytes = 64 * 1024;
export const largeResultBytes = largeBytes;

const pictureModels = ['kling-3.0-omni', 'kling-3.0', 'kling-3.0-turbo'] as const;

/** The same name and seed give the same plan. */
export function planRound(name: ChaosFailpoint, seed: number): RoundPlan {
  const dice = createDice(seed * 1009 + chaosFailpoints.indexOf(name));
  const special = needsOf(name, dice);
  const clicks = special.clicks ?? planClicks(name, dice);
  const jobs = clicks.reduce((sum, { takes }) => sum + takes, 0);
  const isLarge = name.startsWith('download') && dice.chance(0.5);
  const own = special.deaths ?? [{ name, passes: passesOf(name, { clicks, jobs, isLarge }, dice) }];
  const more = dice.chance(0.35) ? [anotherDeath(dice)] : [];
  return {
    clicks,
    jobs,
    cancelAfterMs: dice.below(150),
    cancelIn: dice.chance(0.2) ? ['queued', 'uploading', 'submitting', 'rendering'] : [],
    rules: dice.chance(0.4) ? [dice.pick(mishaps), dice.pick(mishaps)] : [],
    renderFails: dice.chance(0.1) ? 'render-failed' : null,
    isHeld: false,
    isLarge,
    hasLostResult: false,
    restartsGateway: dice.chance(0.15),
    ...special,
    deaths: [...own, ...more],
    ownDeath: own.length - 1,
    luck: seed * 1013 + chaosFailpoints.indexOf(name) * 31,
  };
}

/** Two to four jobs; those that do not share a model go at once. */
function planClicks(name: ChaosFailpoint, dice: Dice): PlannedClick[] {
  const clicks: PlannedClick[] = [];
  const jobs = 2 + dice.below(3);
  const needsPicture = /upload/i.test(name);
  for (let left = jobs; left > 0;) {
    const takes = dice.chance(0.3) ? Math.min(left, 2) : 1;
    const hasPicture = dice.chance(0.3) || (needsPicture && clicks.length === 0);
    const modelId = dice.pick(hasPicture ? pictureModels : textModels);
    clicks.push({ modelId, takes, picture: hasPicture ? dice.below(200) : null });
    left -= takes;
  }
  return clicks;
}

interface Scale {
  readonly clicks: readonly PlannedClick[];
  readonly jobs: number;
  readonly isLarge: boolean;
}

/** At which pass of the place: any that the jobs of the round are sure to reach. */
function passesOf(name: ChaosFailpoint, { clicks, jobs, isLarge }: Scale, dice: Dice): number {
  const pictures = new Set(clicks.flatMap(({ picture }) => picture ?? [])).size;
  if (name.endsWith('created')) return dice.upTo(clicks.length);
  if (name.endsWith('Upload')) return dice.upTo(pictures);
  if (name.endsWith('rename')) return dice.upTo(pictures + 2 * jobs);
  if (name === 'download piece' && isLarge) return dice.upTo(largeBytes / pieceBytes);
  return dice.upTo(Math.min(jobs, 3));
}

const anyPlaces: readonly [Failpoint, ...Failpoint[]] = [
  'after started',
  'before createGeneration',
  'after createGeneration',
  'before accepted',
  'after listGenerations',
  'after getGeneration',
  'before rendered',
  'after outputContent',
  'download written',
  'after outputPoster',
  'after rename',
  'before saved',
  'after saved',
];

function anotherDeath(dice: Dice): Death {
  if (dice.chance(0.4)) return { afterMs: 100 + dice.below(500) };
  return { name: dice.pick(anyPlaces), passes: dice.upTo(2) };
}
