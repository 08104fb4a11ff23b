// A CHECK made wider in place: the rows, the indexes and the triggers are as they were, what was forbidden and is not named still is.
import BetterSqlite3, { type Database as Connection } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { kindsOfClips } from './migrations/0007-kinds-of-clips.ts';
import { widenChecks } from './widen-checks.ts';

const stepBefore = migrations.findIndex(({ name }) => name === '0007-kinds-of-clips');
let connection: Connection;

beforeEach(() => {
  connection = new BetterSqlite3(':memory:');
  migrate(connection, migrations.slice(0, stepBefore));
});
afterEach(() => connection.close());

const addClip = (id: string, kind: string) =>
  connection
    .prepare(
      `insert into generation (id, idempotency_key, kind, model_id, model_name, model_version, provider, region,
         prompt, parameters, take, take_count, status, created_at, updated_at)
       values (?, ?, ?, 'm', 'M', '1', 'p', 'r', 'rain', '{}', 1, 1, 'ready', 1, 1)`,
    )
    .run(id, `key-${id}`, kind);

const declared = () =>
  connection
    .prepare(`select type, name, sql from sqlite_schema where type <> 'table' order by name`)
    .all();

describe('the kinds of clips', () => {
  it('are two more, and nothing else is different', () => {
    addClip('before', 'text-to-video');
    connection.prepare(`delete from generation where id = 'before'`).run(); // its number is never given again
    addClip('kept', 'image-to-video');
    const before = declared();
    migrate(connection, migrations.slice(0, stepBefore + 1));
    addClip('extended', 'extend-video');
    addClip('own', 'imported');
    expect(() => addClip('odd', 'sound-to-video')).toThrow(/CHECK constraint failed/);
    expect(declared()).toEqual(before);
    expect(
      connection.prepare('select sequence, id, kind from generation order by sequence').all(),
    ).toEqual([
      { sequence: 2, id: 'kept', kind: 'image-to-video' },
      { sequence: 3, id: 'extended', kind: 'extend-video' },
      { sequence: 4, id: 'own', kind: 'imported' },
    ]);
    connection.prepare(`delete from generation where id = 'own'`).run();
    expect(
      connection
        .prepare(`select count(*) from tombstone where reference = 'key-own'`)
        .pluck()
        .get(),
    ).toBe(1);
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(connection.pragma('foreign_key_check')).toEqual([]);
  });

  it('stay as they were when the table is not what it should be', () => {
    const odd = [{ table: 'generation', before: 'check (kind = 1)', after: 'check (kind = 2)' }];
    const attempt = connection.transaction(() =>
      widenChecks(connection, [...kindsOfClips, ...odd]),
    );
    expect(() => attempt()).toThrow(expect.objectContaining({ code: 'library-damaged' }));
    expect(() => addClip('own', 'imported')).toThrow(/CHECK constraint failed/);
    addClip('first', 'text-to-video');
  });

  it('leave the schema locked against everyone else afterwards', () => {
    migrate(connection, migrations.slice(0, stepBefore + 1));
    expect(() => connection.exec(`update sqlite_schema set sql = ''`)).toThrow(
      /may not be modified/,
    );
  });
});
