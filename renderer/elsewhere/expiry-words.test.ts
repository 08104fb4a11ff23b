import { expect, it } from 'vitest';
import { formatTime } from '../i18n/format.ts';
import { createTranslate } from '../i18n/translate.ts';
import { expiryWords } from './expiry-words.ts';

const t = createTranslate();
const nowMs = Date.parse('2026-11-23T12:00:00Z');
const words = (expiresAt: string | null) => expiryWords(t, expiresAt, nowMs);

it('names the day, and nothing more, while there is time', () => {
  expect(words('2026-12-23T12:00:00Z')).toEqual({ text: 'Until 23 Dec 2026', isAtRisk: false });
  expect(words('2026-11-28T12:00:00Z').isAtRisk).toBe(false);
});

it('counts the last days', () => {
  expect(words('2026-11-28T11:59:00Z')).toEqual({
    text: '4 days left, until 28 Nov 2026',
    isAtRisk: true,
  });
  expect(words('2026-11-24T12:00:00Z').text).toBe('1 day left, until 24 Nov 2026');
});

it('names the hour on the last one', () => {
  const last = '2026-11-24T11:00:00Z';
  expect(words(last).text).toBe(`Goes 24 Nov, ${formatTime(last)}`);
});

it('says so when nothing ends by itself', () => {
  expect(words(null)).toEqual({ text: 'Until you erase it', isAtRisk: false });
});
