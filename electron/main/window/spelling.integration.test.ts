import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dictionary, placeDictionary } from './spelling.ts';

const folder = fileURLToPath(new URL('../../../resources/dictionaries', import.meta.url));
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kling5-spelling-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it('puts the dictionary where Chromium looks, and mends one that was cut off', () => {
  const placed = join(home, 'Dictionaries', dictionary);
  const whole = readFileSync(join(folder, dictionary));
  expect(placeDictionary({ home, folder })).toBe(true);
  expect(readFileSync(placed).equals(whole)).toBe(true);
  truncateSync(placed, 1000);
  expect(placeDictionary({ home, folder })).toBe(true);
  expect(readFileSync(placed).equals(whole)).toBe(true);
});

it('lets the app start where it cannot be written', () => {
  writeFileSync(join(home, 'Dictionaries'), 'a file where the folder should be');
  expect(placeDictionary({ home, folder })).toBe(false);
});
