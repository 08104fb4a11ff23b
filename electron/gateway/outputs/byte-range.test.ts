import { describe, expect, it } from 'vitest';
import { parseByteRange } from './byte-range.ts';

describe('parseByteRange', () => {
  it.each([
    ['bytes=0-99', { type: 'part', start: 0, end: 100 }],
    ['bytes = 0 - 0', { type: 'part', start: 0, end: 1 }],
    ['bytes=99-', { type: 'part', start: 99, end: 100 }],
    ['bytes=-1', { type: 'part', start: 99, end: 100 }],
    ['bytes=100-', { type: 'unsatisfiable' }],
    ['bytes=-0', { type: 'unsatisfiable' }],
    ['bytes=0-1,2-3', { type: 'whole' }],
    ['bytes=9-8', { type: 'whole' }],
    [undefined, { type: 'whole' }],
  ])('reads %s of 100 bytes', (header, expected) => {
    expect(parseByteRange(header, 100)).toEqual(expected);
  });
});
