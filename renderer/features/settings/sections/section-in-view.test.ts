import { expect, it } from 'vitest';
import { sectionInView } from './section-in-view.ts';

const sections = [
  { id: 'first', topPx: 16 },
  { id: 'second', topPx: 300 },
  { id: 'third', topPx: 700 },
];

it.each([
  [0, 'first'],
  [200, 'first'],
  [204, 'second'],
  [500, 'second'],
  [604, 'third'],
])('at %d px a person reads the %s section', (topPx, id) => {
  expect(sectionInView(sections, { topPx, maximumPx: 2000 })).toBe(id);
});

it('names the last one at the end, and the first one where nothing scrolls', () => {
  expect(sectionInView(sections, { topPx: 100, maximumPx: 100 })).toBe('third');
  expect(sectionInView(sections, { topPx: 0, maximumPx: 0 })).toBe('first');
  expect(sectionInView([], { topPx: 0, maximumPx: 0 })).toBeNull();
});
