// Many files through the same few pieces: none gets bytes of another.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileSink } from './file-sink.ts';
import { createPieces, type Pieces } from './pieces.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling5-sink-'));
});
afterEach(() => rm(folder, { recursive: true }));

const pieceBytes = 4096;
const chunkBytes = 1500;

async function writeFile(name: string, content: Buffer, pieces: Pieces, isWhole: boolean) {
  const file = await open(join(folder, name), 'w');
  try {
    const sink = createFileSink(file, 0, createHash('sha256'), pieces);
    for (let at = 0; at < content.length; at += chunkBytes) {
      await sink.write(content.subarray(at, at + chunkBytes));
    }
    await (isWhole ? sink.finish() : sink.abandon());
    expect(sink.bytes).toBe(content.length);
  } finally {
    await file.close();
  }
}

test('files side by side and one after the other keep their own bytes, and the pieces are used again', async () => {
  let made = 0;
  const kept = createPieces(pieceBytes);
  const seen = new Set<Buffer>();
  const pieces: Pieces = {
    ...kept,
    take: () => {
      const piece = kept.take();
      if (!seen.has(piece)) made += 1;
      seen.add(piece);
      return piece;
    },
  };
  for (let round = 0; round < 12; round += 1) {
    const contents = [0, 1].map(() => randomBytes(1 + round * 3001));
    await Promise.all(
      contents.map((content, at) => writeFile(`${round}-${at}`, content, pieces, round % 3 > 0)),
    );
    for (const [at, content] of contents.entries()) {
      const found = await readFile(join(folder, `${round}-${at}`));
      expect(found.equals(content)).toBe(true);
    }
  }
  expect(made).toBe(4);
});
