import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipPath, nameWords } from './clip-name.ts';

const parts = {
  generationId: 'abcdefghijklmnk7f3q2',
  position: 0,
  createdAt: new Date(2026, 10, 23, 12),
  extension: 'mp4',
};

test('a name has the date, the words and a suffix', () => {
  expect(clipPath({ ...parts, prompt: 'neon city in the rain' })).toBe(
    'videos/2026/11/2026-11-23 neon city in the rain [k7f3q2].mp4',
  );
  expect(clipPath({ ...parts, prompt: 'neon', position: 1 })).toBe(
    'videos/2026/11/2026-11-23 neon [k7f3q2-2].mp4',
  );
});

test('a prompt without usable words still has a name', () => {
  expect(clipPath({ ...parts, prompt: '???' })).toBe('videos/2026/11/2026-11-23 [k7f3q2].mp4');
});

test('long prompts are cut between characters', () => {
  const family = '👨‍👩‍👧‍👦';
  expect([...new Intl.Segmenter().segment(nameWords(family.repeat(40)))].at(-1)?.segment).toBe(
    family,
  );
  expect(nameWords('word '.repeat(100))).toBe('word word word word word word word word word');
});

test('marks that turn text around are left out, right-to-left words stay', () => {
  expect(nameWords('photo\u202Egnp.exe')).toBe('photo gnp.exe');
  expect(nameWords('مدينة في المطر')).toBe('مدينة في المطر');
});

test('reserved names and dots at the ends do no harm', () => {
  expect(clipPath({ ...parts, prompt: 'CON' })).toContain('/2026-11-23 CON [');
  expect(nameWords('../../etc/passwd')).toBe('etc passwd');
  expect(nameWords('a clip...')).toBe('a clip');
});

test('any prompt gives one name that every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (prompt) => {
      const path = clipPath({ ...parts, prompt });
      const name = path.slice('videos/2026/11/'.length);
      expect(path.startsWith('videos/2026/11/2026-11-23 ')).toBe(true);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
      expect(new TextEncoder().encode(name).length).toBeLessThan(255);
      expect(name).not.toMatch(/\s{2}|[ .]$/);
    }),
    { numRuns: 500 },
  );
});
