import { expect, it } from 'vitest';
import type { Section } from './sections/section.ts';
import { findSettings } from './setting-search.ts';

const icon = (() => null) as unknown as Section['icon'];
const sections: Section[] = [
  {
    id: 'appearance',
    title: 'Appearance',
    icon,
    groups: [
      {
        id: 'look',
        rows: [
          { id: 'theme', title: 'Theme', note: 'Dark shows video colours', words: 'night' },
          { id: 'motion', title: 'Motion', note: 'Reduced: nothing slides' },
        ],
      },
    ],
  },
  {
    id: 'shortcuts',
    title: 'Shortcuts',
    icon,
    words: 'keyboard',
    groups: [
      { id: 'viewer', title: 'Viewer', rows: [{ id: 'play', title: 'Play or pause' }] },
      { id: 'library', title: 'Library', rows: [{ id: 'open', title: 'Open the clip' }] },
    ],
  },
];

const found = (search: string) =>
  findSettings(sections, search).flatMap(({ groups }) =>
    groups.flatMap(({ rows }) => rows.map(({ id }) => id)),
  );

it('leaves everything for an empty search', () => {
  expect(found('')).toEqual(['theme', 'motion', 'play', 'open']);
  expect(found('  , ')).toEqual(['theme', 'motion', 'play', 'open']);
});

it.each([
  ['theme', ['theme']],
  ['COLOUR', ['theme']],
  ['thémé', ['theme']],
  ['night', ['theme']],
  ['reduced slides', ['motion']],
  ['appear', ['theme', 'motion']],
  ['keyboard', ['play', 'open']],
  ['viewer', ['play']],
  ['keyboard open', ['open']],
])('finds by words: %s', (search, ids) => {
  expect(found(search)).toEqual(ids);
});

it('needs every word, each at the start of a word', () => {
  expect(found('theme motion')).toEqual([]);
  expect(found('heme')).toEqual([]);
});

it('leaves no group and no section without rows', () => {
  const [section, ...others] = findSettings(sections, 'play');
  expect(others).toEqual([]);
  expect(section?.groups.map(({ id }) => id)).toEqual(['viewer']);
});
