import { expect, it } from 'vitest';
import { firstWords, headingWords } from './prompt-words.ts';

it.each([
  ['A lighthouse, spray on the lens', 'A lighthouse', 'spray on the lens'],
  ['short', 'short', ''],
  ['  two\n lines ', 'two lines', ''],
  ['霓虹灯下的街道，下着雨', '霓虹灯下的街道', '下着雨'],
])('%j', (text, head, rest) => {
  expect(firstWords(text)).toEqual({ head, rest });
});

it('cuts a long clause between words and loses none', () => {
  const text = 'a woman with a black umbrella stands still while the crowd streams past her';
  const { head, rest } = firstWords(text);
  expect(head.length).toBeLessThanOrEqual(48);
  expect(`${head} ${rest}`).toBe(text);
});

it.each([
  ['A lighthouse, spray on the lens', 'A lighthouse'],
  [
    'a woman with a black umbrella stands still while the crowd streams past her',
    'a woman with a black umbrella stands still while…',
  ],
])('%j is headed by %j', (text, heading) => expect(headingWords(text)).toBe(heading));
