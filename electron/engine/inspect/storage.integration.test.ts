import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine({ cloud: null });
});
afterAll(() => engine.remove());

it('is empty in an empty library', async () => {
  expect(await engine.call('data.storage', {})).toMatchObject({
    months: [],
    models: [],
    largest: [],
    duplicates: { count: 0, bytes: 0 },
    twins: [],
    onlyInCloud: { count: 0, bytes: 0 },
  });
});

it('sums by month and model, and finds what is large, double or could go', async () => {
  const { db } = engine.engine.context;
  const [one, , three] = fillLibrary({ db, library: engine.library }, ['one', 'two', 'three']);
  const at = Date.UTC(2024, 5, 1);
  db.run('update generation set created_at = ?', at);
  db.run(
    `update generation set model_name = 'Other', is_favourite = 1 where id = ?`,
    three?.id ?? '',
  );
  db.run(`update output set size_bytes = 1000, sha256 = 'same'`);
  db.run(
    `update output set size_bytes = 200000000, sha256 = 'else' where generation_sequence = ?`,
    three?.sequence ?? 0,
  );
  db.run('update generation set trashed_at = 1 where id = ?', one?.id ?? '');
  const storage = await engine.call('data.storage', {});
  expect(storage.months).toEqual([{ name: '2024-06', count: 3, bytes: 200_002_000 }]);
  expect(storage.models.map(({ name }) => name)).toEqual(['Other', 'M']);
  expect(storage.largest[0]).toMatchObject({ title: 'three', bytes: 200_000_000 });
  expect(storage.duplicates).toEqual({ count: 1, bytes: 1000 });
  expect(storage.twins).toMatchObject([
    { bytes: 1000, kept: 'two', spare: [{ generationId: one?.id, title: 'one' }] },
  ]);
  expect(storage.suggestions).toContainEqual({ id: 'trash', count: 1, bytes: 1000 });
  expect(storage.suggestions).toContainEqual({ id: 'unrated-year', count: 2, bytes: 2000 });
  expect(storage.suggestions.map(({ id }) => id)).not.toContain('large-unrated'); // a favourite
});
