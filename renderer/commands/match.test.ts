import { describe, expect, it, test } from 'vitest';
import { matches, piecesOf, snippetOf } from './match.ts';

describe('matches', () => {
  test.each<[string, string, string, boolean]>([
    ['', 'Your data', '', true],
    ['da', 'Your data', '', true],
    ['data you', 'Your data', '', true],
    ['ata', 'Your data', '', false],
    ['privacy', 'Your data', 'privacy export', true],
    ['ETE', 'Été à la plage', '', true],
    ['東京', '東京の夜', '', true],
    ['!!!', 'Your data', '', true],
  ])('"%s" in "%s" with "%s": %s', (query, name, more, expected) => {
    expect(matches(query, name, more)).toBe(expected);
  });
});

describe('piecesOf', () => {
  it('marks the beginnings that were typed', () => {
    expect(piecesOf('Export everything…', 'exp ev')).toEqual([
      { text: 'Exp', isMatch: true },
      { text: 'ort ', isMatch: false },
      { text: 'ev', isMatch: true },
      { text: 'erything…', isMatch: false },
    ]);
  });

  it.each(['', 'a', '<b>', 'é', '東', 'ﬁ'])('loses nothing with "%s"', (query) => {
    const text = 'Café <b>über</b> 東京 ﬁlm 🎬 \u202Eabc';
    expect(
      piecesOf(text, query)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('snippetOf', () => {
  const text =
    'A quiet street after the rain, long exposure, warm paper light over black water, slow pan';
  it('shows the place that was found', () => {
    expect(snippetOf(text, 'expo')).toBe(
      '…rain, long exposure, warm paper light over black water, slow pan',
    );
  });
  it('begins at the beginning when nothing is found in it', () => {
    expect(snippetOf(text, 'zebra')).toMatch(/^A quiet street.*…$/);
  });
  it('is as long as its row', () => expect(snippetOf(text, 'zebra', 160)).toBe(text));
  it('puts lines into one', () => expect(snippetOf('a\n\n b', 'a')).toBe('a b'));
});
