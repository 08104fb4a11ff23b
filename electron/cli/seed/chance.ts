// Numbers that look random and are the same for the same seed, on every computer. Not for secrets.

export interface Chance {
  /** From 0 to below `limit`. */
  below(limit: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  bytes(size: number): Uint8Array;
}

/** SplitMix32: a counter through a mixing function. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    bytes: (size) => Uint8Array.from({ length: size }, () => next() & 255),
  };
}
