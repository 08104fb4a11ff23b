import { expect, it } from 'vitest';
import { titleFor } from './title-for.ts';

it.each([
  ['A lighthouse, spray on the lens', 'A lighthouse'],
  ['霓虹灯下的街道，下着雨', '霓虹灯下的街道，下着雨'],
  [', starts oddly', ', starts oddly'],
  ['A boat in {weather: fog, snow}, {light}', 'A boat in weather'],
  ['  two\n lines ', 'two lines'],
])('%j', (text, title) => expect(titleFor(text)).toBe(title));

it('fits one line', () => {
  expect(titleFor('word '.repeat(50))).toMatch(/^(word ){11}word…$/);
  expect(titleFor('x'.repeat(100))).toHaveLength(61);
});
