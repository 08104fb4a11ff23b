import { describe, expect, it } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const nowMs = Date.UTC(2026, 9, 21, 7, 28, 0);

describe('readRetryAfter', () => {
  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['0', 0],
    [' 12 ', 12_000],
    ['999999999', 3_600_000],
    ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
    ['Wed, 21 Oct 2026 07:27:00 GMT', 0],
    ['Fri, 21 Oct 2099 07:28:30 GMT', 3_600_000],
  ])('reads %o as %o ms', (header, expected) => {
    expect(readRetryAfter(header, nowMs)).toBe(expected);
  });
});
