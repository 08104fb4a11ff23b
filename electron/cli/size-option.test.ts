import { expect, it } from 'vitest';
import { UsageError } from './command.ts';
import { sizeOption } from './size-option.ts';

it.each([
  ['4GB', 4e9],
  ['4.7 gb', 4.7e9],
  ['700MB', 7e8],
  ['2000000', 2_000_000],
])('reads %s', (split, bytes) => {
  expect(sizeOption({ split }, 'split')).toBe(bytes);
});

it.each(['', '4', '-1GB', '1KB', 'GB', '4GiB', '1e9'])('refuses "%s"', (split) => {
  expect(() => sizeOption({ split }, 'split')).toThrow(UsageError);
});

it('is left out', () => {
  expect(sizeOption({}, 'split')).toBeNull();
});
