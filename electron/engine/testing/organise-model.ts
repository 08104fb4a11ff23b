// What ratings, tags, words, the trash, undo and redo should do, in the simplest form: a few values for each clip and two piles of
// steps. Knows nothing of the database. For tests and nothing else.
import type { ClipChange } from '#shared/contract/organise.ts';

type Value = string | number | boolean | null;
/** By `isFavourite`, `rating`, `label`, `title`, `notes`, `trashed`, and `tag:` with the name in small letters. */
export type ModelClip = ReadonlyMap<string, Value>;

interface Difference {
  readonly clip: number;
  readonly key: string;
  readonly before: Value;
  readonly after: Value;
}
export interface ModelStep {
  readonly id: number;
  readonly type: ClipChange['type'];
  readonly differences: readonly Difference[];
}

export interface OrganiseModel {
  readonly prompts: readonly string[];
  /** Clips that never came to be; they can be tagged, not trashed. */
  readonly unfinished: ReadonlySet<number>;
  readonly clips: readonly Map<string, Value>[];
  readonly done: ModelStep[];
  undone: ModelStep[];
  lastId: number;
}

export interface Told {
  readonly type: ClipChange['type'];
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
  return { prompts, unfinished, clips, done: [], undone: [], lastId: 0 };
}

const valueOf = (clip: ModelClip, key: string): Value => clip.get(key) ?? absent(key);
const absent = (key: string): Value => (key.startsWith('tag:') ? false : null);

export function modelChange(
  model: OrganiseModel,
  which: readonly number[],
  change: ClipChange,
): Told | null {
  const differences = [...new Set(which)].flatMap((clip) => {
    const present = model.clips[clip];
    if (!present) return [];
    if (change.type === 'trash' && (model.unfinished.has(clip) || valueOf(present, 'trashed'))) {
      return [];
    }
    return wanted(change, model.lastId + 1)
      .map(([key, after]) => ({ clip, key, before: valueOf(present, key), after }))
      .filter(({ before, after }) => before !== after);
  });
  if (differences.length === 0) return null;
  const step = { id: (model.lastId += 1), type: change.type, differences };
  model.done.push(step);
  model.undone = [];
  return play(model, step, 'do');
}

/** A time in the trash is known by the step that put the clip there. */
function wanted(change: ClipChange, step: number): readonly (readonly [string, Value])[] {
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
  for (const { clip, key, before, after } of step.differences) {
    const [from, to] = direction === 'do' ? [before, after] : [after, before];
    const present = model.clips[clip];
    if (!present || valueOf(present, key) !== from) continue;
    present.set(key, to);
    touched.add(clip);
  }
  return { type: step.type, count: touched.size };
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
