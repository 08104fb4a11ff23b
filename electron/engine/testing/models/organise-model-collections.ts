// What making, filling, putting in order and deleting collections should do, in the simplest form. For tests and nothing else.
import {
  type Difference,
  modelStep,
  type OrganiseModel,
  type Told,
  valueOf,
} from './organise-model.ts';

/** The clips of a collection, in its order. */
export function clipsIn({ clips }: OrganiseModel, collection: number): number[] {
  return clips
    .map((clip, index) => ({ index, place: valueOf(clip, `in:${collection}`) }))
    .filter(({ place }) => place !== null)
    .toSorted((one, other) => Number(one.place) - Number(other.place) || one.index - other.index)
    .map(({ index }) => index);
}

const placeOf = ({ clips }: OrganiseModel, clip: number, collection: number) => {
  const present = clips[clip];
  return present ? valueOf(present, `in:${collection}`) : null;
};

export function modelMake(model: OrganiseModel, name: string): Told | null {
  model.collections.push(null);
  const at = model.collections.length - 1;
  const made = { of: 'collection', at, key: 'name', before: null, after: name } as const;
  return modelStep(model, 'create-collection', [made]);
}

export function modelRename(model: OrganiseModel, at: number, name: string): Told | null {
  const before = model.collections[at] ?? null;
  if (before === name) return null;
  const renamed = { of: 'collection', at, key: 'name', before, after: name } as const;
  return modelStep(model, 'rename-collection', [renamed]);
}

export function modelDelete(model: OrganiseModel, at: number): Told | null {
  const before = model.collections[at] ?? null;
  return modelStep(model, 'delete-collection', [
    ...clipsIn(model, at).map((clip) => placed(model, clip, at, null)),
    { of: 'collection', at, key: 'name', before, after: null },
  ]);
}

function placed(
  model: OrganiseModel,
  clip: number,
  into: number,
  after: number | null,
): Difference {
  return { of: 'clip', at: clip, key: `in:${into}`, before: placeOf(model, clip, into), after };
}

export function modelCollect(
  model: OrganiseModel,
  which: readonly number[],
  into: number,
): Told | null {
  if ((model.collections[into] ?? null) === null) return null;
  const inside = clipsIn(model, into);
  const last = Number(placeOf(model, inside.at(-1) ?? -1, into) ?? 0);
  const coming = [...new Set(which)].filter((clip) => !inside.includes(clip));
  return modelStep(
    model,
    'collect',
    coming.map((clip, index) => placed(model, clip, into, last + 1 + index)),
  );
}

export function modelUncollect(
  model: OrganiseModel,
  which: readonly number[],
  from: number,
): Told | null {
  const leaving = clipsIn(model, from).filter((clip) => which.includes(clip));
  return modelStep(
    model,
    'uncollect',
    leaving.map((clip) => placed(model, clip, from, null)),
  );
}

/** Their places may be any numbers between those around them. */
export function modelArrange(
  model: OrganiseModel,
  which: readonly number[],
  where: { readonly into: number; readonly before: number | null },
): Told | null {
  const { into, before } = where;
  const inside = clipsIn(model, into);
  const moved = inside.filter((clip) => which.includes(clip));
  const stays = inside.filter((clip) => !which.includes(clip));
  const following =
    before !== null && inside.includes(before) ? inside.slice(inside.indexOf(before)) : [];
  const next = following.find((clip) => stays.includes(clip));
  const at = next === undefined ? stays.length : stays.indexOf(next);
  const order = [...stays.slice(0, at), ...moved, ...stays.slice(at)];
  if (order.every((clip, index) => clip === inside[index])) return null;
  const number = (clip: number | undefined) =>
    clip === undefined ? null : Number(placeOf(model, clip, into));
  const low = number(stays[at - 1]) ?? (number(stays[at]) ?? 1) - moved.length - 1;
  const high = number(stays[at]) ?? low + moved.length + 1;
  const gap = (high - low) / (moved.length + 1);
  return modelStep(
    model,
    'arrange',
    moved.map((clip, index) => placed(model, clip, into, low + gap * (index + 1))),
  );
}
