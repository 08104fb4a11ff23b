import { expect, it } from 'vitest';
import { dayOf, timeOfDay } from './filter-days.ts';

it('goes from a day to its first moment here and back', () => {
  for (const day of ['2026-06-01', '1999-12-31', '2024-02-29']) {
    const time = timeOfDay(day);
    expect(dayOf(time ?? undefined)).toBe(day);
    expect(new Date(time ?? '').getHours()).toBe(0);
  }
});

it('takes nothing for a day that is none', () => {
  expect(['', '2026-6-1', 'tomorrow', '0001-01-01'].map(timeOfDay)).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(dayOf(undefined)).toBe('');
});
