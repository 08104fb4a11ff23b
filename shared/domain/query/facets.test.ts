import { expect, it } from 'vitest';
import { choose, isChosen, keysChosen, ratioName, resolutionName, withoutKey } from './facets.ts';

it('ticks several models, but one length at a time', () => {
  const two = choose(choose('rain', 'model', 'A'), 'model', 'B');
  expect(two).toBe('rain model:A,B');
  const length = choose(choose(two, 'duration', '<=5'), 'duration', '>10');
  expect(length).toBe('rain model:A,B duration:>10');
  expect(isChosen(length, 'duration', '>10')).toBe(true);
  expect(choose(length, 'duration', '>10')).toBe('rain model:A,B');
  expect(isChosen('rating:none', 'rating', '0')).toBe(true);
});

it('leaves out one key and knows which are chosen', () => {
  expect(withoutKey('rain model:A -model:B on:2026-06', 'model')).toBe('rain -model:B on:2026-06');
  expect(keysChosen('rain on:2026-06 model:A -tag:x')).toEqual(['model', 'on']);
});

it('names shapes as the search does', () => {
  expect(ratioName(848, 480)).toBe('16:9');
  expect(ratioName(1080, 1920)).toBe('9:16');
  expect(ratioName(1000, 333)).toBeNull();
  expect(resolutionName(3840, 2160)).toBe('4k');
  expect(resolutionName(720, 1280)).toBe('720p');
});
