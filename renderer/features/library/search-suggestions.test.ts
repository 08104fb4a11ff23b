import { expect, it } from 'vitest';
import { completionAt } from '#shared/domain/query/query-completion.ts';
import { createTranslate } from '../../i18n/translate.ts';
import { type HeldValues, suggestionsFor } from './search-suggestions.ts';

const t = createTranslate();
const counts: HeldValues['counts'] = [
  {
    key: 'model',
    values: [
      { value: 'Kling 3.0 Omni', count: 12 },
      { value: 'Kling 2.6', count: 4 },
    ],
  },
  { key: 'tag', values: [{ value: 'client A', count: 3 }] },
  { key: 'on', values: [{ value: '2026-06', count: 9 }] },
];
const collections = [
  { name: 'Client: Harbour', count: 17 },
  { name: '雨の街', count: 7 },
];
const held: HeldValues = { counts, collections };
const offered = (text: string) => {
  const completion = completionAt(text, text.length);
  return completion && suggestionsFor(completion, held, t).map(({ choice }) => choice);
};

it.each([
  ['ra', ['ratio', 'rating']],
  ['model:', ['Kling 3.0 Omni', 'Kling 2.6']],
  ['model:om', ['Kling 3.0 Omni']],
  ['tag:cl', ['client A']],
  ['collection:', ['Client: Harbour', '雨の街']],
  ['-collection:"client: h', ['Client: Harbour']],
  ['is:fav', ['favourite']],
  ['is:favourite', []],
  ['is:goo', ['good']],
  ['after:2026', ['2026-06']],
  ['on:to', ['today']],
  ['duration:', ['>5', '<=5', '6..10', '>10']],
  ['rain', []],
])('%s', (text, expected) => expect(offered(text)).toEqual(expected));

it('tells how many clips have a value', () => {
  const completion = completionAt('model:om', 8);
  expect(completion && suggestionsFor(completion, held, t)).toEqual([
    { choice: 'Kling 3.0 Omni', words: 'Kling 3.0 Omni', note: '12' },
  ]);
});
