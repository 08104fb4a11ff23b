import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pieceNeedle, scanFolder, wordNeedle } from './byte-scan.ts';

const word = 'Zaffre-Kumquat 霓虹';
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kling5-scan-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const around = (bytes: Buffer, before: number) =>
  Buffer.concat([Buffer.alloc(before, 0x41), bytes, Buffer.alloc(5, 0x42)]);

it.each([
  ['UTF-8', Buffer.from(word, 'utf8')],
  ['UTF-16, little end first', Buffer.from(word, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(word, 'utf16le').swap16()],
])('finds a word in %s, as it is and in base64 wherever that begins', (_name, bytes) => {
  writeFileSync(join(root, 'plain'), around(bytes, 7));
  for (const before of [0, 1, 2]) {
    writeFileSync(join(root, `base64-${before}`), around(bytes, before).toString('base64'));
  }
  const isPlainOnly = bytes.equals(Buffer.from(word, 'utf16le').swap16());
  const found = scanFolder(root, [wordNeedle(word)]).map(({ path }) => path.slice(root.length + 1));
  expect(found.toSorted()).toEqual(
    isPlainOnly ? ['plain'] : ['base64-0', 'base64-1', 'base64-2', 'plain'],
  );
});

it('finds it in names, below folders, and across the edge of two blocks', () => {
  mkdirSync(join(root, 'deep', word), { recursive: true });
  writeFileSync(
    join(root, 'deep', 'large'),
    Buffer.concat([Buffer.alloc(4 * 1024 * 1024 - 6), Buffer.from(word), Buffer.alloc(10)]),
  );
  expect(scanFolder(root, [wordNeedle(word)])).toEqual([
    { path: join(root, 'deep', word), needle: word },
    { path: join(root, 'deep', 'large'), needle: word },
  ]);
});

it('finds a piece of a picture, and nothing where there is nothing', () => {
  const picture = Buffer.from(Array.from({ length: 900 }, (_, index) => (index * 97) % 251));
  writeFileSync(join(root, 'page.html'), `data:image/png;base64,${picture.toString('base64')}`);
  writeFileSync(join(root, 'other'), Buffer.alloc(5000, 1));
  expect(scanFolder(root, [pieceNeedle('frame', picture), wordNeedle(word)])).toEqual([
    { path: join(root, 'page.html'), needle: 'frame' },
  ]);
});
