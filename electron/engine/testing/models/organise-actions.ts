// What people do to keep clips in order, in any order, as values that can be drawn, printed and made smaller. For tests.
import fc from 'fast-check';
import { labels } from '#shared/domain/clip-change.ts';
import type { PlainChange } from './organise-model.ts';

export const clipCount = 6;

/** None begins another, so that what is found by each is plain. */
export const vocabulary = [
  'storm',
  'night',
  'café',
  '東京',
  '雨',
  '🌧',
  'OR',
  'x86',
  'مطر',
] as const;

export type OrganiseAction =
  | { readonly do: 'change'; readonly clips: readonly number[]; readonly change: PlainChange }
  /** Collections are counted in the order in which they were made, modulo how many that are. */
  | {
      readonly do: 'collect' | 'uncollect';
      readonly clips: readonly number[];
      readonly collection: number;
    }
  | {
      readonly do: 'arrange';
      readonly clips: readonly number[];
      readonly collection: number;
      readonly before: number | null;
    }
  | { readonly do: 'make'; readonly name: string }
  | { readonly do: 'rename'; readonly collection: number; readonly name: string }
  | { readonly do: 'delete'; readonly collection: number }
  | { readonly do: 'undo' }
  /** Counted from the last step back; more than there are is a step that nobody knows. */
  | { readonly do: 'undo-earlier'; readonly back: number }
  | { readonly do: 'redo' }
  | { readonly do: 'start-again' };

const word = fc.constantFrom(...vocabulary);
const words = fc.array(word, { maxLength: 3 }).map((parts) => parts.join(' '));
const tag = fc.oneof(
  { weight: 3, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom('Storm', 'STORM', 'night storm') },
);
const tags = fc.array(tag, { maxLength: 2 });

const change: fc.Arbitrary<PlainChange> = fc.oneof(
  fc.record({ type: fc.constant('favourite' as const), isFavourite: fc.boolean() }),
  fc.record({ type: fc.constant('rate' as const), rating: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ type: fc.constant('label' as const), label: fc.constantFrom(null, ...labels) }),
  fc.record({ type: fc.constant('title' as const), title: words }),
  fc.record({ type: fc.constant('notes' as const), notes: words }),
  fc.record({ type: fc.constant('tag' as const), add: tags, remove: tags }),
  fc.constant({ type: 'trash' as const }),
  fc.constant({ type: 'restore' as const }),
);

const clips = fc.array(fc.integer({ min: 0, max: clipCount - 1 }), {
  minLength: 1,
  maxLength: clipCount + 2,
});

const collection = fc.nat({ max: 3 });
const some = fc.record({ clips, collection });
const collecting: fc.Arbitrary<OrganiseAction> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('make' as const), name: word }) },
  { weight: 6, arbitrary: some.map((which) => ({ do: 'collect' as const, ...which })) },
  { weight: 2, arbitrary: some.map((which) => ({ do: 'uncollect' as const, ...which })) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('arrange' as const),
      clips: fc.array(fc.nat({ max: clipCount - 1 }), { minLength: 1, maxLength: 2 }),
      collection,
      before: fc.option(fc.nat({ max: clipCount - 1 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rename' as const), collection, name: word }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), collection }) },
);

const action: fc.Arbitrary<OrganiseAction> = fc.oneof(
  { weight: 8, arbitrary: collecting },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('change' as const), clips, change }) },
  { weight: 4, arbitrary: fc.constant({ do: 'undo' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('undo-earlier' as const),
      back: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: 'redo' as const }) },
);

const startAgain = fc.constant<OrganiseAction>({ do: 'start-again' });

export const actions: fc.Arbitrary<readonly OrganiseAction[]> = fc.array(
  fc.oneof({ weight: 40, arbitrary: action }, { weight: 1, arbitrary: startAgain }),
  { minLength: 5, maxLength: 40, size: 'max' },
);
