import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeIncoming, placeFile } from './place-file.ts';

let folder = '';
const library = () => join(folder, 'library');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-place-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file gets its name in folders that are made for it', async () => {
  mkdirSync(library());
  await makeIncoming(join(library(), 'incoming'));
  await makeIncoming(join(library(), 'incoming'));
  const part = join(library(), 'incoming', 'x.part');
  writeFileSync(part, 'whole');
  const place = join(library(), 'videos', '2026', '11', 'x.mp4');
  await placeFile(part, place);
  expect(readFileSync(place, 'utf8')).toBe('whole');
  expect(existsSync(part)).toBe(false);
});

test('where the library is gone, nothing is made that would be in the way when it returns', async () => {
  const gone = { code: 'ENOENT' };
  await expect(makeIncoming(join(library(), 'incoming'))).rejects.toMatchObject(gone);
  const part = join(library(), 'incoming', 'x.part');
  await expect(placeFile(part, join(library(), 'videos', '2026', 'x.mp4'))).rejects.toMatchObject(
    gone,
  );
  expect(existsSync(library())).toBe(false);
});
