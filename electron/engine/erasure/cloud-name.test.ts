import { expect, it } from 'vitest';
import { cloudName } from './cloud-name.ts';

it.each([
  ['Kling', 'Singapore', 'Kling (Singapore)'],
  ['Demo on this device', 'This device', 'Demo on this device'],
])('%s in %s: %s', (name, region, words) => {
  expect(cloudName({ name, region })).toBe(words);
});
