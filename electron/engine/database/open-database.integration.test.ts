// What happens to a library whose database is damaged, newer, gone or from before: nothing is ever emptied in silence.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import { type LibraryPaths, libraryPaths } from '../library/library-paths.ts';
import { silentLog } from '../logging/log.ts';
import { backUp, lastBackupAt, listBackups } from './backup.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './open-database.ts';
import { usePrompt } from './prompt-writes.ts';

let folder = '';
let paths: LibraryPaths;
const open = (steps = migrations) =>
  openDatabase({ paths, clock: systemClock, log: silentLog, migrations: steps });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kling5-database-'));
  paths = libraryPaths(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fill(count: number): void {
  const { db, close } = open();
  db.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      usePrompt(db, {
        text: `prompt number ${index} ${'x'.repeat(200)}`,
        generationId: 'g',
        atMs: 1,
      });
    }
  });
  close();
}

test('opens with the settings that keep data safe', () => {
  const { db, close } = open();
  const setting = (name: string) => db.connection.pragma(name, { simple: true });
  expect(setting('journal_mode')).toBe('wal');
  expect(setting('synchronous')).toBe(2);
  expect(setting('foreign_keys')).toBe(1);
  expect(setting('secure_delete')).toBe(1);
  close();
});

test('a damaged page is found, the file is left as it is and a copy is kept aside', () => {
  fill(2000);
  const bytes = readFileSync(paths.database);
  bytes.fill(0x5a, 40_960, 81_920);
  writeFileSync(paths.database, bytes);
  expect(() => open()).toThrow(expect.objectContaining({ code: 'library-damaged' }));
  expect(() => open()).toThrow(expect.objectContaining({ code: 'library-damaged' }));
  expect(readFileSync(paths.database).equals(bytes)).toBe(true);
  const [copy = ''] = readdirSync(paths.backups);
  expect(readdirSync(paths.backups).length).toBe(1);
  expect(readFileSync(join(paths.backups, copy, 'library.db')).equals(bytes)).toBe(true);
});

test.each([
  ['cut off', () => truncateSync(paths.database, 10_000)],
  ['emptied', () => truncateSync(paths.database, 0)],
  ['overwritten with text', () => writeFileSync(paths.database, 'hello '.repeat(5000))],
])('a database that was %s is never started over', (_, damage) => {
  fill(500);
  damage();
  expect(() => open()).toThrow(expect.objectContaining({ code: 'library-damaged' }));
});

test('a database that vanished from a library with clips is missed', () => {
  fill(1);
  mkdirSync(join(paths.videos, '2026', '11'), { recursive: true });
  writeFileSync(join(paths.videos, '2026', '11', '2026-11-23 pier [k7f3q2].mp4'), '');
  rmSync(paths.database);
  expect(() => open()).toThrow(expect.objectContaining({ code: 'library-damaged' }));
  expect(existsSync(paths.database)).toBe(false);
});

test('files of others are no sign of a library that was', () => {
  mkdirSync(join(paths.videos, '2026'), { recursive: true });
  writeFileSync(join(paths.videos, '2026', 'holiday.mp4'), '');
  open().close();
  expect(existsSync(paths.database)).toBe(true);
});

test('a newer database is refused and not touched by a byte', () => {
  fill(10);
  const { close } = open([...migrations, { name: '9999-later', sql: 'create table later (a)' }]);
  close();
  const before = readFileSync(paths.database);
  expect(() => open()).toThrow(
    expect.objectContaining({
      code: 'library-newer',
      details: { version: migrations.length + 1, supportedVersion: migrations.length },
    }),
  );
  expect(readFileSync(paths.database).equals(before)).toBe(true);
});

test('before a migration there is a verified backup, and a failed one changes nothing', () => {
  fill(10);
  const broken = [...migrations, { name: '9999-broken', sql: 'create table a (b); nonsense;' }];
  expect(() => open(broken)).toThrow(/syntax/);
  expect(listBackups(paths.backups, 'upgrade').length).toBe(1);
  const { db, close } = open();
  expect(db.get("select 1 from sqlite_master where name = 'a'")).toBeUndefined();
  expect(db.get('select count(*) as count from prompt')).toEqual({ count: 10 });
  close();
});

test('a migration that leaves orphans is taken back', () => {
  fill(1);
  const orphaning = [
    ...migrations,
    {
      name: '9999-orphan',
      sql: 'insert into event (generation_sequence, at, type, status) values (77, 0, 0, 0)',
    },
  ];
  expect(() => open(orphaning)).toThrow();
  const { db, close } = open();
  expect(db.all('select * from event')).toEqual([]);
  close();
});

test('what was committed is there after the process died without closing', () => {
  const { db } = open();
  usePrompt(db, { text: 'neon', generationId: 'g', atMs: 1 });
  const copy = mkdtempSync(join(tmpdir(), 'kling5-crash-'));
  for (const suffix of ['', '-wal']) {
    copyFileSync(paths.database + suffix, join(copy, `library.db${suffix}`));
  }
  db.connection.close();
  const { db: again, close } = openDatabase({
    paths: libraryPaths(copy),
    clock: systemClock,
    log: silentLog,
  });
  expect(again.get('select text from prompt')).toEqual({ text: 'neon' });
  close();
  rmSync(copy, { recursive: true });
});

test('seven daily backups are kept, and the newest one knows its time', () => {
  const { db, close } = open();
  for (let day = 1; day <= 9; day += 1) {
    backUp(db.connection, paths.backups, 'daily', Date.UTC(2026, 0, day));
  }
  expect(listBackups(paths.backups, 'daily').length).toBe(7);
  expect(lastBackupAt(paths.backups, 'daily')).toBe(Date.UTC(2026, 0, 9));
  close();
});
