// Sums of what a search finds and the numbers of the sidebar: the same in pieces as at once, and given up when nobody waits.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';
import type { Database } from './database.ts';
import { countLibrary, readCounts } from './library-sums.ts';
import { openTagBook } from './tags.ts';

let engine: TestEngine;
let db: Database;

beforeAll(async () => {
  engine = await startTestEngine({ cloud: null });
  ({ db } = engine.engine.context);
  const prompts = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 'rain' : 'rail sea'));
  fillLibrary({ db, library: engine.library }, prompts, { hasFiles: false });
  db.run('update output set size_bytes = generation_sequence, duration_ms = 1000');
  db.run('update generation set rating = sequence % 6, is_favourite = sequence % 2');
  db.run('update generation set trashed_at = 1 where sequence % 10 = 0');
  db.run("update output set file_path = 'videos/one.mp4' where generation_sequence % 7 = 0");
  const { id } = openTagBook(db).findOrAdd('draft', 0);
  db.run('insert into generation_tag select sequence, ? from generation where sequence > 30', id);
});
afterAll(() => engine.remove());

const request = { favouritesOnly: false, inTrash: false };

test.each([
  ['', 54],
  ['rain ', 18],
  ['rai', 54],
  ['-rain', 36],
  ['is:favourite', 30],
  ['rating:>=3', 28],
  ['tag:draft', 27],
  ['model:m', 54],
  ['is:trashed', 6],
  ['nothing', 0],
])('%s: in pieces as at once', async (search, total) => {
  const sums = await countLibrary(db, { ...request, search });
  expect(sums).toMatchObject({ total, durationMs: total * 1000 });
  expect(await countLibrary(db, { ...request, search }, { atOnce: 7 })).toEqual(sums);
});

test('a file that clips share counts once, in whatever piece it is', async () => {
  const { bytes } = db.get<{ bytes: number }>(
    `select sum(size_bytes) as bytes from output where generation_sequence % 7 <> 0`,
  ) ?? { bytes: 0 };
  expect((await readCounts(db)).totalBytes).toBe(bytes + 56);
  for (const atOnce of [1, 5, 52, 53]) {
    expect((await readCounts(db, { atOnce })).totalBytes).toBe(bytes + 56);
  }
});

test.each([1, 51])(
  'clips that go to the trash and come back, %d times while others are counted, are not counted in between',
  async (times) => {
    const trash = (one: 1 | 59) =>
      db.run(
        'update generation set trashed_at = iif(sequence = ?, 2, null) where sequence in (1, 59)',
        one,
      );
    let left = times;
    const write = () => {
      if (left <= 0) return;
      trash(left % 2 === 0 ? 1 : 59);
      left -= 1;
      setImmediate(write);
    };
    trash(1);
    setImmediate(write);
    const { total } = await countLibrary(db, { ...request, search: '' }, { atOnce: 10 });
    left = 0;
    expect(total).toBe(53);
    db.run('update generation set trashed_at = null where sequence in (1, 59)');
  },
);

test('others get their turn between two pieces, and a sum that is not waited for ends there', async () => {
  const stopped = new AbortController();
  const { signal } = stopped;
  setImmediate(() => stopped.abort(new Error('typed on')));
  const sums = countLibrary(db, { ...request, search: '' }, { signal, atOnce: 10 });
  await expect(sums).rejects.toThrow('typed on');
  await expect(readCounts(db, { signal, atOnce: 10 })).rejects.toThrow('typed on');
});
