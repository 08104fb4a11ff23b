import { expect, it } from 'vitest';
import { dayKey } from '../i18n/format.ts';
import { localDay, noonOf } from './local-day.ts';

it('agrees with the calendar of the machine on every hour of a year', () => {
  const start = Date.UTC(2026, 0, 1);
  for (let hour = 0; hour < 365 * 24; hour += 7) {
    const moment = new Date(start + hour * 3_600_000).toISOString();
    expect(localDay(moment)).toBe(dayKey(moment));
    expect(localDay(noonOf(localDay(moment)))).toBe(localDay(moment));
  }
});
