import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DatabaseTooNew, openDatabase } from './open-database.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kling5-gateway-'));
});
afterEach(() => rm(dir, { recursive: true }));

it('has strict tables only, and erases what it deletes', () => {
  const database = openDatabase(join(dir, 'gateway.db'));
  const loose = database
    .prepare(
      "select name from pragma_table_list where type = 'table' and strict = 0 and name not like 'sqlite_%'",
    )
    .all();
  expect(loose).toEqual([]);
  expect(database.pragma('secure_delete', { simple: true })).toBe(1);
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(database.pragma('synchronous', { simple: true })).toBe(2);
  database.close();
});

it('opens again without changing anything', () => {
  const file = join(dir, 'gateway.db');
  const first = openDatabase(file);
  const steps = readdirSync(join(import.meta.dirname, 'migrations')).length;
  expect(first.pragma('user_version', { simple: true })).toBe(steps);
  const shape = shapeOf(first);
  first.close();
  const again = openDatabase(file);
  expect(again.pragma('user_version', { simple: true })).toBe(steps);
  expect(shapeOf(again)).toEqual(shape);
  again.close();
});

it('leaves a database from a newer version alone', () => {
  const file = join(dir, 'gateway.db');
  const newer = new Database(file);
  newer.pragma('user_version = 99');
  newer.close();
  expect(() => openDatabase(file)).toThrow(DatabaseTooNew);
});

const shapeOf = (database: Database.Database) =>
  database.prepare('select type, name, sql from sqlite_schema order by type, name').all();
