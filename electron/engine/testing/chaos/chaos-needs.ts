// What some places of a round of chaos need to be reached, and what goes wrong besides. Pure.
import type { Failpoint } from '../../failpoint.ts';
import type { ChaosFailpoint } from './chaos-places.ts';
import type { Death, PlannedClick, RoundPlan } from './chaos-world.ts';
import type { Dice } from '../dice.ts';

export type SpecialNeeds = Partial<Omit<RoundPlan, 'jobs' | 'ownDeath'>>;

export const textModels = ['kling-3.0-omni', 'kling-3.0', 'kling-3.0-turbo', 'kling-2.6'] as const;

type Rule = RoundPlan['rules'][number];
const once = { nth: 1, times: 1 } as const;

/** What a job gets over, whatever else happens. */
export const mishaps: readonly [Rule, ...Rule[]] = [
  { route: 'createGeneration', ...once, when: 'after', fault: { type: 'drop' } },
  { route: 'createGeneration', nth: 2, times: 1, when: 'after', fault: { type: 'drop' } },
  { route: 'createGeneration', ...once, when: 'before', fault: { type: 'drop' } },
  { route: 'createGeneration', ...once, when: 'after', fault: { type: 'status', status: 502 } },
  { route: 'createGeneration', ...once, when: 'after', fault: { type: 'delay', delayMs: 150 } },
  { route: 'createGeneration', ...once, when: 'after', fault: { type: 'html' } },
  { route: 'listGenerations', ...once, when: 'before', fault: { type: 'drop' } },
  { route: 'listGenerations', ...once, when: 'before', fault: { type: 'delay', delayMs: 150 } },
  { route: 'getGeneration', ...once, when: 'after', fault: { type: 'drop' } },
  { route: 'getGeneration', nth: 2, times: 1, fault: { type: 'status', status: 503 } },
  { route: 'createUpload', ...once, when: 'after', fault: { type: 'drop' } },
  { route: 'appendUpload', ...once, when: 'after', fault: { type: 'drop' } },
  { route: 'outputContent', ...once, fault: { type: 'drop' } },
  { route: 'outputContent', ...once, when: 'after', fault: { type: 'truncate', atBytes: 900 } },
  { route: 'outputContent', ...once, when: 'after', fault: { type: 'wrongHash' } },
  { route: 'outputPoster', ...once, fault: { type: 'delay', delayMs: 100 } },
  { route: 'cancelGeneration', ...once, when: 'after', fault: { type: 'drop' } },
  { route: '*', nth: 4, times: 1, when: 'after', fault: { type: 'delay', delayMs: 120 } },
];

/** What has to be arranged for a place to be reached at all; any plan reaches the others. */
export function needsOf(name: ChaosFailpoint, dice: Dice): SpecialNeeds {
  return needs[name]?.(name, dice) ?? {};
}

type Arrange = (name: ChaosFailpoint, dice: Dice) => SpecialNeeds;

const at = (name: Failpoint): Death => ({ name, passes: 1 });
const undisturbed = { cancelIn: [], rules: [], restartsGateway: false } satisfies SpecialNeeds;
const whileRendering: SpecialNeeds = { ...undisturbed, cancelIn: ['rendering'], isHeld: true };
const whileFetching: SpecialNeeds = {
  ...undisturbed,
  cancelIn: ['downloading'],
  rules: [{ route: 'outputContent', fault: { type: 'slow', bytesPerSecond: 3000 }, times: 4 }],
};
/** The cloud is done before the engine has heard of it. */
const tooLate: SpecialNeeds = {
  ...undisturbed,
  cancelIn: ['rendering'],
  cancelAfterMs: 600,
  rules: [{ route: 'getGeneration', fault: { type: 'delay', delayMs: 1500 }, times: 4 }],
};
/** No request to make a clip gets as far as the cloud. */
const whileSending: SpecialNeeds = {
  ...undisturbed,
  cancelIn: ['submitting'],
  rules: [{ route: 'createGeneration', fault: { type: 'hang' } }],
  restartsGateway: true,
};

const endsWith =
  (renderFails: RoundPlan['renderFails']): Arrange =>
  (name) => ({ ...undisturbed, renderFails, deaths: [at(name)] });
/** The cloud may or may not have the job, and only asking tells. */
const inDoubt: Arrange = (name, dice) => {
  const first = dice.pick(['before createGeneration', 'after createGeneration', 'before accepted']);
  return { ...undisturbed, deaths: [at(first), at(name)] };
};
const cancels: Arrange = (name, dice) => ({
  ...(dice.chance(0.6) ? whileRendering : whileFetching),
  deaths: [at(name)],
});
const cancelsInCloud: Arrange = (name) => ({ ...whileRendering, deaths: [at(name)] });
const cancelsTooLate: Arrange = (name, dice) => ({
  ...tooLate,
  clicks: sideBySide(dice),
  deaths: [at(name)],
});
const closesKey: Arrange = (name, dice) => ({
  ...whileSending,
  clicks: sideBySide(dice),
  deaths: [at('cancel asked'), at(name)],
});
const fetchesAgain: Arrange = (name) => ({
  hasLostResult: true,
  renderFails: null,
  restartsGateway: false,
  deaths: [at(name)],
});

const needs: Readonly<Partial<Record<ChaosFailpoint, Arrange>>> = {
  'before listGenerations': inDoubt,
  'after listGenerations': inDoubt,
  'before failed': endsWith('render-failed'),
  'after failed': endsWith('render-failed'),
  'before refused': endsWith('policy-refused'),
  'after refused': endsWith('policy-refused'),
  'before expired': endsWith('output-expired'),
  'after expired': endsWith('output-expired'),
  'cancel asked': cancels,
  'before cancelGeneration': cancelsInCloud,
  'after cancelGeneration': cancelsInCloud,
  'before createErasure': closesKey,
  'after createErasure': closesKey,
  'before cancelled': cancels,
  'after cancelled': cancels,
  'before withdrawn': cancelsTooLate,
  'after withdrawn': cancelsTooLate,
  'before refetched': fetchesAgain,
  'after refetched': fetchesAgain,
};

/** One job for each of some models, so that all go at once. */
function sideBySide(dice: Dice): PlannedClick[] {
  return textModels
    .slice(0, dice.upTo(3) + 1)
    .map((modelId) => ({ modelId, takes: 1, picture: null }));
}
