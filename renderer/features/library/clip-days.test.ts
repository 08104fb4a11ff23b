import { expect, it } from 'vitest';
import { dayKey } from '../../i18n/format.ts';
import { daysOf, localDay } from './clip-days.ts';

it('agrees with the calendar of the machine on every hour of a year', () => {
  const start = Date.UTC(2026, 0, 1);
  for (let hour = 0; hour < 365 * 24; hour += 7) {
    const moment = new Date(start + hour * 3_600_000).toISOString();
    expect(localDay(moment)).toBe(dayKey(moment));
  }
});

it('gives one day for each clip, in order', () => {
  const clips = [{ createdAt: '2026-11-23T12:00:00Z' }, { createdAt: '2026-11-21T12:00:00Z' }];
  expect(daysOf(clips)).toEqual([
    localDay('2026-11-23T12:00:00Z'),
    localDay('2026-11-21T12:00:00Z'),
  ]);
});
