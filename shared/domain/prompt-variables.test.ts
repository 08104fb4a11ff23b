import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countPrompts,
  expandPrompt,
  fillPrompt,
  findVariables,
  mostClipsOfOnePress,
  variablesOf,
} from './prompt-variables.ts';

describe('what is a variable', () => {
  it.each([
    ['rain in {city}', ['city']],
    ['{ city } and {time of day}', ['city', 'time of day']],
    ['{colour: red, green} silk', ['colour']],
    ['{色: 赤, 青} の絹', ['色']],
    ['{} { } {1} {a:b} {"json": 1}', ['a']],
    ['{{city}}', ['city']],
    ['{an open one', []],
  ])('%s', (text, names) => {
    expect(findVariables(text).map(({ name }) => name)).toEqual(names);
  });

  it('keeps its place in the text', () => {
    const [found] = findVariables('a {city} b');
    expect(found).toMatchObject({ start: 2, end: 8 });
  });
});

describe('the values of a variable', () => {
  it('stand in the prompt or beside it, each once', () => {
    const values = { city: ['Osaka ', '', 'Seoul', 'Osaka'], unused: ['x'] };
    expect(variablesOf('{city}, {sky: red, blue , red}', values)).toEqual([
      { name: 'city', values: ['Osaka', 'Seoul'], isInline: false },
      { name: 'sky', values: ['red', 'blue'], isInline: true },
    ]);
  });

  it('in the prompt hold for every place of the name', () => {
    const variables = variablesOf('{sky} over {sky: red, blue}', { sky: ['grey'] });
    expect(variables).toEqual([{ name: 'sky', values: ['red', 'blue'], isInline: true }]);
  });

  it('are none for a name that only every object has', () => {
    expect(variablesOf('{constructor}', {})).toEqual([
      { name: 'constructor', values: [], isInline: false },
    ]);
    expect(fillPrompt('{constructor}', {})).toBe('{constructor}');
  });
});

describe('the prompts they stand for', () => {
  it('are all combinations, the last name turning fastest', () => {
    const texts = expandPrompt('{city} at {time: dawn, dusk}', { city: ['Osaka', 'Seoul'] });
    expect(texts.map(({ text }) => text)).toEqual([
      'Osaka at dawn',
      'Osaka at dusk',
      'Seoul at dawn',
      'Seoul at dusk',
    ]);
  });

  it('are one without variables and none while a value is missing', () => {
    expect(expandPrompt('rain', {})).toEqual([{ text: 'rain', chosen: {} }]);
    expect(expandPrompt('{city}', {})).toEqual([]);
    expect(countPrompts(variablesOf('{city} {sky: red}', {}))).toBe(0);
  });

  it('do not run on what a value says', () => {
    const [first] = expandPrompt('{a: $&, b} {b}', { b: ['{a}'] });
    expect(first?.text).toBe('$& {a}');
  });

  it('are as many as counted, different, and no more than fit one press', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const list = fc.uniqueArray(word, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(list, list, list, (one, two, three) => {
        const values = { one, two, three };
        const text = '{one}-{two}-{three}';
        const count = countPrompts(variablesOf(text, values));
        const texts = expandPrompt(text, values).map((filled) => filled.text);
        expect(texts.length).toBe(Math.min(count, mostClipsOfOnePress));
        expect(new Set(texts).size).toBe(texts.length);
        expect(count).toBe(one.length * two.length * three.length);
      }),
    );
  });
});
