import { describe, expect, it } from 'vitest';
import { createDice } from '../testing/dice.ts';
import { createConcurrencyLessons } from './concurrency-lessons.ts';

const model = 'kling';
const announced = 6;

/** A cloud that takes `room` jobs; one that is refused is tried again when there is room by what was learned. */
function play(seed: number, rooms: readonly number[]) {
  const dice = createDice(seed);
  const lessons = createConcurrencyLessons();
  let there = 0;
  return rooms.map((room) => {
    let refusals = 0;
    let most = 0;
    for (let step = 0; step < 400; step += 1) {
      const limit = lessons.limitOf(model, announced);
      if (there < limit && dice.chance(0.6)) {
        if (there < room) {
          there += 1;
          lessons.accepted(model);
        } else {
          refusals += 1;
          lessons.refused(model, there);
        }
      } else if (there > 0 && dice.chance(0.5)) there -= 1;
      most = Math.max(most, limit);
      if (limit < 1 || limit > announced) throw new Error(`${limit} at once`);
    }
    return { refusals, limit: lessons.limitOf(model, announced), most };
  });
}

describe('what a cloud takes at once', () => {
  it('begins with what it announces', () => {
    expect(createConcurrencyLessons().limitOf(model, announced)).toBe(announced);
  });

  it('is at least one, however often it refuses', () => {
    const lessons = createConcurrencyLessons();
    for (const there of [3, 0, 0]) lessons.refused(model, there);
    expect(lessons.limitOf(model, announced)).toBe(1);
  });

  it('is learned for each model by itself', () => {
    const lessons = createConcurrencyLessons();
    lessons.refused(model, 2);
    expect(lessons.limitOf('another', announced)).toBe(announced);
  });

  it('is found when the cloud takes fewer, and costs few refusals', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const [first] = play(seed, [2]);
      // one try in eight goes too far
      expect(first?.refusals).toBeLessThan(40);
      expect(first?.limit).toBeLessThanOrEqual(3);
    }
  });

  it('grows again when the cloud takes more', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const [, later] = play(seed, [1, 20]);
      expect(later?.limit).toBe(announced);
      expect(later?.refusals).toBe(0);
    }
  });
});
