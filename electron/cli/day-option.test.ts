import { describe, expect, it } from 'vitest';
import { dayOption } from './day-option.ts';

const read = (text: string, edge: 'start' | 'end' = 'start') => dayOption({ on: text }, 'on', edge);

describe('a day on the command line', () => {
  it('begins and ends at midnight of this computer', () => {
    expect(read('2026-06-30')).toBe(new Date(2026, 5, 30).toISOString());
    expect(read('2026-06-30', 'end')).toBe(new Date(2026, 6, 1).toISOString());
    expect(read('2026-12-31', 'end')).toBe(new Date(2027, 0, 1).toISOString());
  });

  it('may be a moment, which is taken as it is', () => {
    expect(read('2026-06-30T18:00:00Z', 'end')).toBe('2026-06-30T18:00:00.000Z');
    expect(read('2026-06-30T18:00+02:00')).toBe('2026-06-30T16:00:00.000Z');
  });

  it('is optional', () => {
    expect(dayOption({}, 'on', 'start')).toBeUndefined();
  });

  it.each(['yesterday', '2026-06-31', '2026-13-01', '2026-6-1', '2026-06-30T25:00:00Z', ''])(
    'is not %j',
    (text) => {
      expect(() => read(text)).toThrow(/--on is a day such as 2026-06-30/);
    },
  );
});
