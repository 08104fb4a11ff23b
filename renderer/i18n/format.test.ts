import { describe, expect, it, vi } from 'vitest';
import {
  formatMonth,
  dayKey,
  formatBytes,
  formatBytesOf,
  formatClock,
  formatCount,
  formatCreditChange,
  formatCredits,
  formatDate,
  formatDateTime,
  formatDayHeading,
  formatDuration,
  formatShare,
  formatShortDate,
  formatTime,
  formatTimecode,
  formatTimeWithSeconds,
  splitBytes,
} from './format.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [212, '212 B'],
    [999, '999 B'],
    [1_000, '1 KB'],
    [2_100_000, '2.1 MB'],
    [92_000_000, '92 MB'],
    [198_400_000, '198 MB'],
    [41_300_000_000, '41.3 GB'],
    [1_500_000_000_000, '1.5 TB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it('carries into the next unit instead of writing 1000', () => {
    expect(formatBytes(999_960)).toBe('1 MB');
    expect(formatBytes(999_499)).toBe('999 KB');
  });

  it('never writes a negative size', () => {
    expect(formatBytes(-5)).toBe('0 B');
  });

  it('takes figure and unit apart', () => {
    expect(splitBytes(86_200_000)).toEqual({ figure: '86.2', unit: 'MB' });
  });

  it('writes part and whole in the unit of the whole', () => {
    expect(formatBytesOf(26_000_000, 41_000_000)).toBe('26 of 41 MB');
    expect(formatBytesOf(12_400_000_000, 41_200_000_000)).toBe('12.4 of 41.2 GB');
    expect(formatBytesOf(50_000_000, 41_000_000)).toBe('41 of 41 MB');
  });
});

describe('counts and credits', () => {
  it('groups thousands', () => {
    expect(formatCount(2_418)).toBe('2,418');
    expect(formatCount(86)).toBe('86');
  });

  it('knows one credit from many', () => {
    expect(formatCredits(1)).toBe('1 credit');
    expect(formatCredits(2_096)).toBe('2,096 credits');
  });

  it('signs a change with a real minus', () => {
    expect(formatCreditChange(80)).toBe('+80');
    expect(formatCreditChange(-1_064)).toBe('−1,064');
    expect(formatCreditChange(0)).toBe('0');
  });

  it('says 100% only when it is all', () => {
    expect(formatShare(0.64)).toBe('64%');
    expect(formatShare(0.999)).toBe('99%');
    expect(formatShare(1)).toBe('100%');
    expect(formatShare(1.2)).toBe('100%');
  });
});

describe('durations', () => {
  it('writes a clock', () => {
    expect(formatClock(8_000)).toBe('0:08');
    expect(formatClock(72_000)).toBe('1:12');
    expect(formatClock(3_723_000)).toBe('1:02:03');
  });

  it('writes a time code to the hundredth without rounding up', () => {
    expect(formatTimecode(3_200)).toBe('0:03.20');
    expect(formatTimecode(3_999)).toBe('0:03.99');
    expect(formatTimecode(61_050)).toBe('1:01.05');
  });

  it('writes a total in words', () => {
    expect(formatDuration(41_000)).toBe('41 s');
    expect(formatDuration(720_000)).toBe('12 min');
    expect(formatDuration(11_520_000)).toBe('3 h 12 min');
    expect(formatDuration(7_200_000)).toBe('2 h');
    expect(formatDuration(3_590_000)).toBe('1 h');
  });
});

describe('dates', () => {
  const moment = '2026-12-23T14:31:08Z';

  it('writes day, month in three letters, year', () => {
    expect(formatDate(moment, 'UTC')).toBe('23 Dec 2026');
    expect(formatDate('2026-09-02T00:00:00Z', 'UTC')).toBe('2 Sep 2026');
    expect(formatShortDate(moment, 'UTC')).toBe('23 Dec');
  });

  it('writes times with 24 hours', () => {
    expect(formatTime(moment, 'UTC')).toBe('14:31');
    expect(formatTime('2026-12-23T00:05:00Z', 'UTC')).toBe('00:05');
    expect(formatTimeWithSeconds(moment, 'UTC')).toBe('14:31:08');
    expect(formatDateTime(moment, 'UTC')).toBe('23 Dec 2026, 14:31');
  });

  it('names today, yesterday and the day, in the given time zone', () => {
    const now = '2026-11-23T10:00:00Z';
    expect(formatDayHeading('2026-11-23T00:10:00Z', now, 'UTC')).toBe('Today');
    expect(formatDayHeading('2026-11-22T23:50:00Z', now, 'UTC')).toBe('Yesterday');
    expect(formatDayHeading('2026-11-21T12:00:00Z', now, 'UTC')).toBe('Saturday, 21 November');
    expect(formatDayHeading('2025-11-21T12:00:00Z', now, 'UTC')).toBe('Friday, 21 November 2025');
    expect(formatDayHeading('2026-11-22T23:50:00Z', now, 'Asia/Singapore')).toBe('Today');
  });

  it('groups by the local day', () => {
    expect(dayKey('2026-11-22T23:50:00Z', 'UTC')).toBe('2026-11-22');
    expect(dayKey('2026-11-22T23:50:00Z', 'Asia/Singapore')).toBe('2026-11-23');
  });
});

it('makes a format of dates once, however many dates it says', () => {
  const made = vi.spyOn(Intl, 'DateTimeFormat');
  for (let month = 0; month < 12; month += 1)
    formatMonth(new Date(Date.UTC(2031, month, 3)).toISOString(), 'Asia/Tokyo');
  expect(made.mock.calls.length).toBeLessThanOrEqual(1);
  made.mockRestore();
});
