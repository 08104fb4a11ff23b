// A short, seeded game of `npm run chaos`: the engine dies at places from the click to the last row, and every book adds up.
import { expect, it } from 'vitest';
import { type ChaosFailpoint, playRound } from '../testing/chaos-round.ts';

const places: readonly ChaosFailpoint[] = [
  'after created',
  'after appendUpload',
  'after uploaded',
  'before createGeneration',
  'after createGeneration',
  'after listGenerations',
  'before accepted',
  'after rendered',
  'download synced',
  'after rename',
  'before saved',
  'after cancelGeneration',
];

it.each(places.map((name, index) => ({ name, seed: 100 + index })))(
  'adds up after a death at "$name"',
  { timeout: 60_000 },
  async ({ name, seed }) => {
    const { hasDied, problems } = await playRound(name, seed);
    expect(problems).toEqual([]);
    expect(hasDied).toBe(true);
  },
);
