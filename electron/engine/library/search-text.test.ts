import { expect, test } from 'vitest';
import { compileSearch, segmentText } from './search-text.ts';

test('text of scripts without spaces is indexed character by character', () => {
  expect(segmentText('东京夜景 neon').replace(/\s+/g, ' ').trim()).toBe('东 京 夜 景 neon');
  expect(segmentText('ﾈｵﾝ').replace(/\s+/g, ' ').trim()).toBe('ネ オ ン');
});

test('words are all required and the last one may be unfinished', () => {
  expect(compileSearch('neon rai')).toBe('"neon" "rai" *');
  expect(compileSearch('neon rain ')).toBe('"neon" "rain"');
});

test('quoted words stand together', () => {
  expect(compileSearch('"neon city" rain')).toBe('"neon city" "rain" *');
  expect(compileSearch('"neon ci')).toBe('"neon ci"');
});

test('a run of characters without spaces is one phrase', () => {
  expect(compileSearch('夜景')).toBe('"夜 景"');
  expect(compileSearch('東京タワー')).toBe('"東 京 タ ワ ー"');
});

test('nothing to look for gives nothing to ask', () => {
  for (const query of ['', '   ', '"', '***', '-', '()', ':', '""']) {
    expect(compileSearch(query)).toBeNull();
  }
});

test('the words of the query language are words like any other', () => {
  expect(compileSearch('cat AND dog')).toBe('"cat" "AND" "dog" *');
  expect(compileSearch('NEAR(a b) title:x*')).toBe('"NEAR a" "b" "title x" *');
});
