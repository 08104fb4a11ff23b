// Prompts, titles, tags and notes for made-up clips, by chance. Pure.
import type { Chance } from './chance.ts';
import { cameras, moments, type Scene, styles, type Words } from './sample-scenes.ts';

/** The first ones are on many clips, the last ones on few. */
export const tags: Words = [
  'client',
  'reel',
  'draft',
  'final',
  'texture',
  '夜',
  'b-roll',
  'moodboard',
  'teaser',
  'approved',
  'to fix',
  '作品集',
  'loop',
  'vertical cut',
  'colour test',
  'episode 2',
];

const remarks: Words = [
  'Hold the last second longer.',
  'The light is right, the hands are not.',
  'For the opening; ask Mira about the music.',
  '留给预告片。',
  'Second take is calmer.',
];

/** Of a picture, as people write them: most are short, a few are long. */
export function makePrompt(chance: Chance, scene: Scene): string {
  const parts = [chance.pick(scene.subjects)];
  if (chance.below(3) > 0) parts.push(chance.pick(moments));
  if (chance.below(3) > 0) parts.push(chance.pick(cameras));
  if (chance.below(2) > 0) parts.push(chance.pick(styles));
  if (chance.below(3) === 0) parts.push(`take ${1 + chance.below(400)}`);
  if (chance.below(25) === 0) {
    for (let more = 0; more < 8; more += 1) {
      parts.push(`${chance.pick(moments)} ${chance.pick(cameras)}`, chance.pick(styles));
    }
  }
  return parts.join(', ');
}

export function makeTitle(chance: Chance, scene: Scene): string {
  return `${chance.pick(scene.titles)}${chance.below(2) === 0 ? '' : ` ${1 + chance.below(90)}`}`;
}

/** One to three of them, as ids that start at 1. */
export function makeTags(chance: Chance): number[] {
  const count = 1 + Math.min(2, Math.floor(chance.below(8) / 3));
  const chosen = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    chosen.add(1 + Math.min(chance.below(tags.length), chance.below(tags.length)));
  }
  return [...chosen];
}

export function makeNotes(chance: Chance): string {
  return chance.pick(remarks);
}
