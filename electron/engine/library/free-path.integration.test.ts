import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freePath } from './free-path.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-free-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ['clip.mp4', 'clip (2).mp4', 'clip (3).mp4'],
  ['without an ending', 'without an ending (2)', 'without an ending (3)'],
])('a name beside "%s"', async (wanted, second, third) => {
  expect(await freePath(folder, wanted)).toBe(wanted);
  writeFileSync(join(folder, wanted), '');
  expect(await freePath(folder, wanted)).toBe(second);
  writeFileSync(join(folder, second), '');
  expect(await freePath(folder, wanted)).toBe(third);
});
