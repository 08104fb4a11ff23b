// Choices drawn from a seed, for plans of tests.
import { seededRandom } from './seeded-random.ts';

export interface Dice {
  /** 0 up to, not including, `count`. */
  below(count: number): number;
  /** 1 up to `count`. */
  upTo(count: number): number;
  chance(share: number): boolean;
  pick<const T>(from: readonly [T, ...T[]]): T;
}

export function createDice(seed: number): Dice {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  return {
    below,
    upTo: (count) => 1 + below(count),
    chance: (share) => random() < share,
    pick: (from) => from[below(from.length)] ?? from[0],
  };
}
