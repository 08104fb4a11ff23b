import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  problemWithShots,
  readShots,
  shareSeconds,
  type Shot,
  sumSeconds,
  writeShots,
} from './shots.ts';

const rules = { parameter: 'multiShot', maxShots: 3, minSeconds: 1, maxLength: 20 };

describe('shots in a prompt', () => {
  it.each([
    [
      'shot 1, 3, a street; shot 2, 2, a face;',
      [
        [3, 'a street'],
        [2, 'a face'],
      ],
    ],
    [
      'Shot 1, 2.5, one, two; three; shot 2, 1, x',
      [
        [2.5, 'one, two; three'],
        [1, 'x'],
      ],
    ],
    ['shot 2, 3, a street', null],
    ['a single shot 1, 3, of a street', null],
    ['a street; a face', null],
    ['', null],
  ] as const)('%s', (prompt, expected) => {
    expect(readShots(prompt)?.map(({ seconds, words }) => [seconds, words]) ?? null).toEqual(
      expected,
    );
  });

  it('are read as they were written', () => {
    const shot = fc.record({
      seconds: fc.integer({ min: 1, max: 15 }),
      words: fc.stringMatching(/^[a-z][a-z ,.{}:]{0,30}[a-z]$/),
    });
    fc.assert(
      fc.property(fc.array(shot, { minLength: 1, maxLength: 6 }), (shots) => {
        expect(readShots(writeShots(shots))).toEqual(shots);
      }),
    );
  });
});

describe('what a model refuses', () => {
  const of = (...shots: [number, string][]): Shot[] =>
    shots.map(([seconds, words]) => ({ seconds, words }));
  it.each([
    [of([3, 'a'], [2, 'b']), 5, null],
    [of([3, 'a'], [3, 'b']), 5, 'The shots last 6 s together and the video 5 s.'],
    [of([4.5, 'a'], [0.5, 'b']), 5, 'Shot 2 has to last 1 s or longer.'],
    [of([2, 'a'], [3, ' ']), 5, 'Write what shot 2 shows.'],
    [of([5, 'x'.repeat(21)]), 5, 'Shot 1 has 21 characters and 20 are allowed.'],
    [of([1, 'a'], [1, 'b'], [1, 'c'], [2, 'd']), 5, 'There are 4 shots and 3 are allowed.'],
  ])('%#', (shots, seconds, expected) => {
    expect(problemWithShots(rules, shots, seconds)).toBe(expected);
  });
});

it('shares whole seconds so that they sum up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 6, max: 15 }), (count, total) => {
      const shots = shareSeconds(
        Array.from({ length: count }, () => ({ seconds: 0, words: 'a' })),
        total,
      );
      expect(sumSeconds(shots)).toBe(total);
      expect(
        Math.max(...shots.map(({ seconds }) => seconds)) -
          Math.min(...shots.map(({ seconds }) => seconds)),
      ).toBeLessThanOrEqual(1);
    }),
  );
});
