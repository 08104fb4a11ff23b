import fc from 'fast-check';
import { expect, it } from 'vitest';
import { promptPieces } from './prompt-difference.ts';

const own = (prompts: readonly string[]) =>
  promptPieces(prompts).map((pieces) =>
    pieces.filter(({ isOwn }) => isOwn).map(({ text }) => text.trim()),
  );

it('finds what only one of them says', () => {
  expect(
    own([
      'Osaka at night, violet and cyan neon. Slow push-in at eye level',
      'Osaka at night, amber and red neon. Locked camera at eye level',
    ]),
  ).toEqual([
    ['violet', 'cyan', 'Slow push-in'],
    ['amber', 'red', 'Locked camera'],
  ]);
});

it('marks nothing where they are the same, whatever their commas', () => {
  expect(own(['a lighthouse, at dawn', 'A lighthouse at dawn.'])).toEqual([[], []]);
  expect(own(['alone'])).toEqual([[]]);
  expect(own(['', 'rain'])).toEqual([[], ['rain']]);
});

it('calls own what is not in all of them', () => {
  expect(own(['red fox', 'red fox', 'blue fox'])).toEqual([['red'], ['red'], ['blue']]);
});

it('takes words in another order apart', () => {
  expect(own(['fox red', 'red fox']).flat().length).toBeGreaterThan(0);
});

it('loses no letter of any prompt, however long', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 4 }), (prompts) => {
      const texts = promptPieces(prompts).map((pieces) => pieces.map(({ text }) => text).join(''));
      expect(texts).toEqual(prompts);
    }),
  );
  const long = 'word '.repeat(2000);
  expect(own([`${long}end`, long])).toEqual([['end'], []]);
});
