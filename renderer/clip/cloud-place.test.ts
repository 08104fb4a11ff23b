import { expect, it } from 'vitest';
import { createTranslate } from '../i18n/translate.ts';
import { cloudPlace } from './cloud-place.ts';

const t = createTranslate();

it.each([
  ['Kling', 'Singapore', 'Kling, Singapore'],
  ['Kling', '', 'Kling'],
  ['This device', 'This device', 'Demo, on this device'],
  ['', '', ''],
])('%s in %s: %s', (provider, region, words) => {
  expect(cloudPlace(t, provider, region)).toBe(words);
});
