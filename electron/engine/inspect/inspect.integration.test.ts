// Your data, opened into its rows: complete, searchable, page by page, and without a name of this computer's folders.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataRow } from '#shared/contract/inspect.ts';
import { type DataKind, dataKinds } from '#shared/domain/data-kinds.ts';
import { mappedTables } from '#shared/domain/data-map/tables.ts';
import { fillLibrary } from '../testing/fill-library.ts';
import { startTestEngine, type TestEngine } from '../testing/start-engine.ts';
import { otherGroups } from './other-tables.ts';
import { indexTables, tableGroups } from './table-groups.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startTestEngine({ cloud: null });
  const { db } = engine.engine.context;
  fillLibrary(
    { db, library: engine.library },
    Array.from({ length: 25 }, (_, index) => `lantern ${index + 1}`),
  );
  db.run(`update generation set title = 'Evening', failure_message = ? where id = 'clp000000003'`, [
    `open ${join(engine.library, 'videos/x.mp4')}`,
  ] as never);
  db.run(`insert into tombstone values ('job-key', 'gone-1', 5)`);
  mkdirSync(join(engine.folder, 'logs'), { recursive: true });
  writeFileSync(
    join(engine.folder, 'logs', 'engine.log'),
    `{"at":"2026-11-23T08:00:00.000Z","level":"info","event":"engine-started","version":"1"}\n{"at":"20`,
  );
});
afterAll(() => engine.remove());

async function allRows(kind: DataKind, search = '', limit = 7): Promise<DataRow[]> {
  const rows: DataRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof engine.call<'data.rows'>>> = await engine.call(
      'data.rows',
      { kind, search, cursor, limit },
    );
    if (cursor === null) expect(page.total).not.toBeNull();
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

describe('the rows of a kind', () => {
  it('shows every table that the data map describes, under its kind', () => {
    const { db } = engine.engine.context;
    const shown = dataKinds.flatMap((kind) =>
      [...(tableGroups[kind] ?? []), ...otherGroups(db, kind)].map(({ table }) => table),
    );
    const missing = Object.keys(mappedTables).filter(
      (table) => ![...shown, 'setting', ...indexTables].includes(table),
    );
    expect(missing).toEqual([]);
  });

  it.each(dataKinds)('come each once, page by page, and open into fields: %s', async (kind) => {
    const rows = await allRows(kind);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const { total } = await engine.call('data.rows', { kind });
    expect(rows).toHaveLength(total ?? -1);
    for (const { id } of [...rows.slice(0, 2), ...rows.slice(-2)]) {
      const { fields } = await engine.call('data.record', { kind, id });
      expect(fields.length).toBeGreaterThan(0);
      for (const { what, name } of fields) expect(what, `${kind} ${name}`).not.toBe('');
      expect(JSON.stringify(fields)).not.toContain(engine.folder);
    }
    expect(JSON.stringify(rows)).not.toContain(engine.folder);
  });

  it('are found by their words, and counted', async () => {
    expect((await allRows('videos', 'LANTERN 2')).map(({ title }) => title)).toEqual(
      ['25', '24', '23', '22', '21', '20', '2'].map((number) => `lantern ${number}`),
    );
    expect(await allRows('videos', '100%_nothing')).toEqual([]);
    expect((await allRows('prompts', 'evening')).map(({ title }) => title)).toEqual(['Evening']);
  });

  it('says in every field of a record what it is for', async () => {
    const [row] = await allRows('history', 'evening');
    const { fields } = await engine.call('data.record', { kind: 'history', id: row?.id ?? '' });
    const value = (name: string) => fields.find((field) => field.name === name)?.value;
    expect(value('failure_message')).toBe(`open <library>/videos/x.mp4`);
    expect(value('created_at')).toMatch(/^1970-01-01T/);
    expect(fields.map(({ name }) => name).sort()).toEqual(
      Object.keys(mappedTables['generation']?.columns ?? {}).sort(),
    );
  });

  it('reads what is left of a log that was cut off', async () => {
    const lines = await allRows('logs', 'engine-started');
    expect(lines.map(({ title }) => title)).toEqual(['engine-started · info']);
  });
});

describe('a file of a row', () => {
  it('is found by the id that was given out, and by no other', async () => {
    const [database] = await allRows('database', 'library.db');
    const found = await engine.engine.handlers['media.resolve'](
      { kind: 'file', id: database?.file?.id ?? '' },
      { signal: new AbortController().signal },
    );
    expect(found.path).toBe(join(engine.library, 'library.db'));
    for (const id of ['0'.repeat(32), '../../etc/passwd', 'library.db']) {
      await expect(
        Promise.resolve().then(() =>
          engine.engine.handlers['media.resolve'](
            { kind: 'file', id },
            { signal: new AbortController().signal },
          ),
        ),
      ).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

it.each(['', 'x', '-1:2', '99:1', "0:1' or '1'='1", '0:', ':'])(
  'refuses a place that it never gave: %j',
  async (id) => {
    await expect(engine.call('data.record', { kind: 'videos', id })).rejects.toMatchObject({
      code: expect.stringMatching(/^(not-found|invalid-input)$/) as string,
    });
  },
);
