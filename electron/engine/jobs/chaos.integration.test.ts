// A short, seeded game of `npm run chaos`: the engine dies at places from the click to the last row, and every book adds up.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChaosFailpoint } from '../testing/chaos/chaos-places.ts';
import { playRound } from '../testing/chaos/chaos-round.ts';
import { buildNoteTaker, canCutPower } from '../testing/power-cut/power-cut.ts';

const places: readonly ChaosFailpoint[] = [
  'before created',
  'after created',
  'after appendUpload',
  'before createGeneration',
  'after createGeneration',
  'after listGenerations',
  'before accepted',
  'after rendered',
  'after failed',
  'download piece',
  'download written',
  'poster synced',
  'after rename',
  'before saved',
  'cancel asked',
  'after createErasure',
  'after cancelled',
  'after refetched',
];

describe('a death of the engine', () => {
  const died: ChaosFailpoint[] = [];

  it.each(places.map((name, index) => ({ name, seed: 100 + index })))(
    'at "$name" costs nothing and loses nothing',
    { timeout: 240_000 },
    async ({ name, seed }) => {
      const { hasDied, problems } = await playRound(name, seed);
      if (hasDied) died.push(name);
      expect(problems).toEqual([]);
    },
  );

  // a plan may cancel the very job that was to get there; a game in which nothing dies proves nothing
  it('comes where it was planned', () => {
    expect(died.length).toBeGreaterThan(places.length * 0.75);
  });
});

const placesOfSyncs: readonly ChaosFailpoint[] = [
  'after created',
  'before started',
  'after createGeneration',
  'download synced',
  'after rename',
  'after saved',
];

describe.runIf(canCutPower())('a power cut', () => {
  let workshop = '';
  let noteTaker = '';
  let takenBack = 0;
  beforeAll(() => {
    workshop = mkdtempSync(join(tmpdir(), 'kling5-note-taker-'));
    noteTaker = buildNoteTaker(workshop);
  });
  afterAll(() => rmSync(workshop, { recursive: true }));

  it.each(placesOfSyncs.map((name, index) => ({ name, seed: 3 + index })))(
    'at "$name" loses nothing that was promised',
    { timeout: 240_000 },
    async ({ name, seed }) => {
      const round = await playRound(name, seed, { noteTaker });
      takenBack += round.takenBack;
      expect(round.problems).toEqual([]);
    },
  );

  it('has taken back what was not durable', () => {
    expect(takenBack).toBeGreaterThan(placesOfSyncs.length);
  });
});
