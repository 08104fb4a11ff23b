// Keys under which React keeps what it drew: what stays keeps its own, what comes takes the key of what went, so that cards are written
// anew in place of being made anew. Pure but for the hook, which remembers the drawing before.
import { useState } from 'react';

export type Keys = ReadonlyMap<string, string>;

/** What is `pinned` is never written over: it has the focus, which would pass to what came in its place. */
export function recycleKeys(
  before: Keys,
  wanted: readonly string[],
  pinned: readonly (string | null)[],
): Keys {
  const isWanted = new Set(wanted);
  const free = [...before].flatMap(([id, key]) =>
    isWanted.has(id) || pinned.includes(id) ? [] : [key],
  );
  const taken = new Set(before.values());
  let next = 0;
  const make = () => {
    while (taken.has(String(next))) next += 1;
    taken.add(String(next));
    return String(next);
  };
  return new Map(wanted.map((id) => [id, before.get(id) ?? free.shift() ?? make()] as const));
}

type Recycle = (wanted: readonly string[], pinned: string | null) => Keys;

/** Of one parent, whose children are drawn under these keys. */
export function useRecycledKeys(): Recycle {
  const [recycle] = useState(createRecycling);
  return recycle;
}

function createRecycling(): Recycle {
  let keys: Keys = new Map();
  let lastPinned: string | null = null;
  return (wanted, pinned) => {
    // also what was pinned at the last drawing: the focus moves on after this one
    keys = recycleKeys(keys, wanted, [pinned, lastPinned]);
    lastPinned = pinned;
    return keys;
  };
}
