import { expect, it } from 'vitest';
import type { ErasePlan } from '#shared/contract/erase.ts';
import { createTranslate } from '../i18n/translate.ts';
import { confirmWords, sentences, titleWords } from './plan-words.ts';

const t = createTranslate();
const plan = (change: Partial<ErasePlan> = {}): ErasePlan => ({
  planId: 'p',
  where: 'both',
  goneNow: [{ kind: 'videos', count: 4, bytes: 198_000_000 }],
  goneLater: [],
  notCovered: [],
  totalBytes: 300_000_000,
  formerLibraries: [],
  clipCount: 4,
  clipBytes: 198_000_000,
  inCloudCount: 1,
  ...change,
});
const four = { type: 'clips' as const, ids: ['a', 'b', 'c', 'd'] };

it('says how many, how much and where else, as one reads it', () => {
  expect(titleWords(t, four, plan())).toBe('Delete 4 clips?');
  expect(sentences(t, four, plan())).toBe(
    '198 MB on this device. 1 of them is also in the cloud and is erased there too. There is no way back.',
  );
  expect(confirmWords(t, plan())).toBe('Delete 4 clips');
});

it('says what stays where only one place is meant', () => {
  expect(sentences(t, four, plan({ where: 'here' }))).toContain('1 copy in the cloud stays.');
  const cloud = plan({ where: 'cloud', goneNow: [], goneLater: [{ what: '', count: 1, why: '' }] });
  expect(titleWords(t, four, cloud)).toBe('Erase the cloud copies of 4 clips?');
  expect(sentences(t, four, cloud)).toContain('The files on this device stay.');
  expect(confirmWords(t, cloud)).toBe('Erase 1 copy');
});

it('says of one clip that it is in the cloud, and of nothing that it is nothing', () => {
  expect(sentences(t, four, plan({ clipCount: 1 }))).toContain('It is also in the cloud');
  expect(sentences(t, four, plan({ goneNow: [], clipCount: 0 }))).toMatch(/^Nothing is erased/);
});
