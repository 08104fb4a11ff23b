// What ratings, tags, words, the trash, undo and redo should do, in the simplest form: a few values for each clip and two piles of
// steps. Knows nothing of the database. For tests and nothing else.
import type { ChangeStep, ClipChange } from '#shared/contract/organise.ts';

type Value = string | number | boolean | null;
/** By `isFavourite`, `rating`, `label`, `title`, `notes`, `trashed`, and `tag:` with the name in small letters. */
export type ModelClip = ReadonlyMap<string, Value>;

/** Not about collections, which are in organise-model-collections.ts. */
export type PlainChange = Exclude<ClipChange, { readonly collectionId: string }>;

export interface Difference {
  /** `name` of a collection; all other keys are of a clip. */
  readonly of: 'clip' | 'collection';
  readonly at: number;
  readonly key: string;
  readonly before: Value;
  readonly after: Value;
}
export interface ModelStep {
  readonly id: number;
  readonly type: ChangeStep['type'];
  readonly differences: readonly Difference[];
}

export interface OrganiseModel {
  readonly prompts: readonly string[];
  /** Clips that never came to be; they can be tagged, not trashed. */
  readonly unfinished: ReadonlySet<number>;
  readonly clips: readonly Map<string, Value>[];
  /** By name; `null` for one that is not there. */
  readonly collections: (string | null)[];
  readonly done: ModelStep[];
  undone: ModelStep[];
  lastId: number;
}

export interface Told {
  readonly type: ChangeStep['type'];
  readonly count: number;
}

const start: readonly (readonly [string, Value])[] = [
  ['isFavourite', false],
  ['rating', 0],
  ['label', null],
  ['title', ''],
  ['notes', ''],
  ['trashed', null],
];

export function createModel(
  prompts: readonly string[],
  unfinished: ReadonlySet<number>,
): OrganiseModel {
  const clips = prompts.map(() => new Map(start));
  return { prompts, unfinished, clips, collections: [], done: [], undone: [], lastId: 0 };
}

export const valueOf = (clip: ModelClip, key: string): Value => clip.get(key) ?? absent(key);
const absent = (key: string): Value => (key.startsWith('tag:') ? false : null);

export function modelChange(
  model: OrganiseModel,
  which: readonly number[],
  change: PlainChange,
): Told | null {
  const differences: readonly Difference[] = [...new Set(which)].flatMap((clip) => {
    const present = model.clips[clip];
    if (!present) return [];
    if (change.type === 'trash' && (model.unfinished.has(clip) || valueOf(present, 'trashed'))) {
      return [];
    }
    return wanted(change, model.lastId + 1)
      .map(([key, after]) => ({
        of: 'clip' as const,
        at: clip,
        key,
        before: valueOf(present, key),
        after,
      }))
      .filter(({ before, after }) => before !== after);
  });
  return modelStep(model, change.type, differences);
}

export function modelStep(
  model: OrganiseModel,
  type: ChangeStep['type'],
  differences: readonly Difference[],
): Told | null {
  if (differences.length === 0) return null;
  const step = { id: (model.lastId += 1), type, differences };
  model.done.push(step);
  model.undone = [];
  return play(model, step, 'do');
}

/** A time in the trash is known by the step that put the clip there. */
function wanted(change: PlainChange, step: number): readonly (readonly [string, Value])[] {
  switch (change.type) {
    case 'favourite':
      return [['isFavourite', change.isFavourite]];
    case 'rate':
      return [['rating', change.rating]];
    case 'label':
      return [['label', change.label]];
    case 'title':
      return [['title', change.title]];
    case 'notes':
      return [['notes', change.notes]];
    case 'trash':
      return [['trashed', step]];
    case 'restore':
      return [['trashed', null]];
    case 'tag':
      return [
        ...new Map<string, Value>([
          ...change.add.map((name) => [`tag:${name.toLowerCase()}`, true] as const),
          ...change.remove.map((name) => [`tag:${name.toLowerCase()}`, false] as const),
        ]),
      ];
    default:
      return change satisfies never;
  }
}

export function modelUndo(model: OrganiseModel, stepId: number | null): Told | null {
  const at =
    stepId === null ? model.done.length - 1 : model.done.findIndex(({ id }) => id === stepId);
  const step = model.done[at];
  if (!step) return null;
  model.done.splice(at, 1);
  model.undone.push(step);
  return play(model, step, 'undo');
}

export function modelRedo(model: OrganiseModel): Told | null {
  const step = model.undone.pop();
  if (!step) return null;
  model.done.push(step);
  return play(model, step, 'do');
}

function play(model: OrganiseModel, step: ModelStep, direction: 'do' | 'undo'): Told {
  const touched = new Set<number>();
  const { differences } = step;
  for (const difference of direction === 'do' ? differences : differences.toReversed()) {
    const { before, after } = difference;
    const [from, to] = direction === 'do' ? [before, after] : [after, before];
    if (difference.of === 'collection') setName(model, difference.at, from, to);
    else if (setValue(model, difference, from, to)) touched.add(difference.at);
  }
  return { type: step.type, count: touched.size };
}

function setValue(model: OrganiseModel, { at, key }: Difference, from: Value, to: Value): boolean {
  const present = model.clips[at];
  if (!present || valueOf(present, key) !== from) return false;
  const isIntoNothing = key.startsWith('in:') && from === null && !hasCollection(model, key);
  if (isIntoNothing) return false;
  present.set(key, to);
  return true;
}

function hasCollection({ collections }: OrganiseModel, key: string): boolean {
  return (collections[Number(key.slice('in:'.length))] ?? null) !== null;
}

/** One with clips in it does not go. */
function setName(model: OrganiseModel, at: number, from: Value, to: Value): void {
  if ((model.collections[at] ?? null) !== from) return;
  const isFull = model.clips.some((clip) => valueOf(clip, `in:${at}`) !== null);
  if (to === null && isFull) return;
  model.collections[at] = to === null ? null : String(to);
}

export function tagsOfModel(clip: ModelClip): string[] {
  return [...clip].flatMap(([key, isOn]) =>
    key.startsWith('tag:') && isOn === true ? [key.slice('tag:'.length)] : [],
  );
}

/** All words by which a clip has to be found, in small letters. */
export function wordsOfModel(model: OrganiseModel, clip: number): ReadonlySet<string> {
  const values = model.clips[clip] ?? new Map<string, Value>();
  const texts = [
    model.prompts[clip] ?? '',
    String(valueOf(values, 'title')),
    String(valueOf(values, 'notes')),
    ...tagsOfModel(values),
  ];
  return new Set(texts.flatMap((text) => text.toLowerCase().split(/\s+/u)));
}
