import { expect, it } from 'vitest';
import { recentFirst, withLatest } from './recent.ts';

it('keeps the last five, each once', () => {
  const asked = ['a', 'b', 'a', 'c', 'd', 'e', 'f'].reduce<readonly string[]>(withLatest, []);
  expect(asked).toEqual(['f', 'e', 'd', 'c', 'a']);
});

it('puts what was asked for last first and leaves the rest in order', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  expect(recentFirst(items, ['c', 'x', 'b']).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
  expect(recentFirst(items, [])).toEqual(items);
});
