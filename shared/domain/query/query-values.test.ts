import { expect, it } from 'vitest';
import { limitsOf, momentsOf } from './query-values.ts';

it('takes a clip of 5.04 s for one of 5 s', () => {
  expect(limitsOf({ type: '=', value: 5 })).toEqual({ from: 4500, to: 5500 });
  expect(limitsOf({ type: '>', value: 5 })).toEqual({ from: 5500, to: null });
  expect(limitsOf({ type: '<=', value: 2.5 })).toEqual({ from: null, to: 2550 });
  expect(limitsOf({ type: '..', from: 5, to: 10 })).toEqual({ from: 4500, to: 10_500 });
});

it('knows the first moment of a span and the first after it', () => {
  const june = momentsOf({ type: 'month', year: 2026, month: 6 }, 0);
  expect(june).toEqual({
    fromMs: new Date(2026, 5, 1).getTime(),
    toMs: new Date(2026, 6, 1).getTime(),
  });
  const now = new Date(2026, 0, 1, 12).getTime();
  expect(momentsOf({ type: 'word', word: 'yesterday' }, now)).toEqual({
    fromMs: new Date(2025, 11, 31).getTime(),
    toMs: new Date(2026, 0, 1).getTime(),
  });
});
