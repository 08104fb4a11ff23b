import { describe, expect, it } from 'vitest';
import { parseByteRange } from './byte-range.ts';

describe('parseByteRange', () => {
  it.each([
    [null, { type: 'all' }],
    ['bytes=0-', { type: 'part', start: 0, end: 99 }],
    ['bytes=10-19', { type: 'part', start: 10, end: 19 }],
    ['bytes=90-500', { type: 'part', start: 90, end: 99 }],
    ['bytes=-10', { type: 'part', start: 90, end: 99 }],
    ['bytes=-500', { type: 'part', start: 0, end: 99 }],
    ['bytes=100-', { type: 'unsatisfiable' }],
    ['bytes=-0', { type: 'unsatisfiable' }],
    ['bytes=-', { type: 'all' }],
    ['bytes=20-10', { type: 'all' }],
    ['bytes=0-1,5-6', { type: 'all' }],
    ['items=0-1', { type: 'all' }],
    ['bytes=1e3-', { type: 'all' }],
  ])('reads %j', (header, expected) => {
    expect(parseByteRange(header, 100)).toEqual(expected);
  });
});
