// What can happen to two devices with one account and a cloud between them, in any order. For tests and nothing else.
import fc from 'fast-check';

/** How an answer about the history is wrong. */
const historyLies = [
  'empty',
  'rolled back',
  'without its first half',
  'twice the same',
  'nonsense among it',
  'endless',
  'another shape',
] as const;
export type HistoryLie = (typeof historyLies)[number];

export type SyncAction =
  | { readonly do: 'make elsewhere' | 'make here' | 'look' | 'fetch all' | 'wait' }
  | { readonly do: 'fetch' | 'cancel' | 'erase'; readonly at: number }
  | { readonly do: 'lie'; readonly how: HistoryLie; readonly times: number }
  | { readonly do: 'storm'; readonly isOn: boolean }
  | { readonly do: 'network'; readonly isUp: boolean }
  | { readonly do: 'crash' | 'close' | 'gateway restarts' };

const at = fc.nat({ max: 20 });
const plain = (...names: ('make elsewhere' | 'make here' | 'look' | 'fetch all' | 'wait')[]) =>
  fc.constantFrom(...names).map((name) => ({ do: name }));

const action: fc.Arbitrary<SyncAction> = fc.oneof(
  { weight: 8, arbitrary: plain('make elsewhere', 'make elsewhere', 'make here', 'look', 'look') },
  { weight: 3, arbitrary: plain('fetch all') },
  { weight: 4, arbitrary: plain('wait') },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('fetch' as const), at }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('cancel', 'erase', 'erase'), at }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('lie' as const),
      how: fc.constantFrom(...historyLies),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('storm' as const), isOn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('network' as const), isUp: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('crash' as const, 'close' as const, 'gateway restarts' as const)
      .map((name) => ({ do: name })),
  },
);

export const syncActions = fc.array(action, { minLength: 10, maxLength: 40, size: 'max' });

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
  readonly hasMore: boolean;
}

/** The answer as it should be, and the first one that was ever given, made into the lie. */
export function lieAbout(how: HistoryLie, value: unknown, first: unknown): unknown {
  const page = value as Page;
  switch (how) {
    case 'empty':
      return { ...page, items: [], hasMore: false };
    case 'rolled back':
      return first ?? { ...page, items: [] };
    case 'without its first half':
      return { ...page, items: page.items.slice(Math.ceil(page.items.length / 2)) };
    case 'twice the same':
      return { ...page, items: [...page.items, ...page.items] };
    case 'nonsense among it':
      return { ...page, items: [{ id: 7 }, null, ...page.items, 'clip'] };
    case 'endless':
      return { ...page, hasMore: true };
    case 'another shape':
      return { clips: page.items };
    default:
      return how satisfies never;
  }
}
