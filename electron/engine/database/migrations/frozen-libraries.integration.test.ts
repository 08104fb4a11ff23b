// Libraries as earlier versions wrote them, opened by this one: every row is still there, the words are found, and the way back
// is kept. A frozen file is made by electron/engine/testing/freeze-library.ts and never changed.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import BetterSqlite3, { type Database as Connection } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isActive, type GenerationStatus } from '#shared/domain/generation-status.ts';
import { systemClock } from '../../clock.ts';
import { type LibraryPaths, libraryPaths } from '../../library/library-paths.ts';
import { silentLog } from '../../logging/log.ts';
import { startTestEngine } from '../../testing/start-engine.ts';
import { listBackups } from '../backup.ts';
import { openDatabase } from '../open-database.ts';
import { migrations } from './index.ts';

const frozen = fileURLToPath(new URL('frozen/', import.meta.url));
const versions = readdirSync(frozen)
  .map((name) => Number(/^library-v(\d+)\.db\.gz$/.exec(name)?.[1] ?? Number.NaN))
  .filter((version) => Number.isInteger(version))
  .sort((one, other) => one - other);

let home = '';
let paths: LibraryPaths;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kling5-frozen-'));
  paths = libraryPaths(join(home, 'library'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

type Row = Readonly<Record<string, unknown>>;
type Tables = ReadonlyMap<string, readonly Row[]>;

/** What the app says of itself in these changes at every start. */
const ownSettings = new Set(['closed_cleanly']);

function readTables(connection: Connection): Tables {
  const names = connection
    .prepare(
      `select name from sqlite_master where type = 'table'
       and name not like 'sqlite_%' and name not like '%\\_search%' escape '\\'`,
    )
    .pluck()
    .all() as string[];
  return new Map(
    names.map((name) => {
      const rows = connection.prepare(`select * from "${name}"`).all() as Row[];
      return [name, rows.filter(({ key }) => name !== 'setting' || !ownSettings.has(String(key)))];
    }),
  );
}

async function unpack(version: number): Promise<Tables> {
  const engine = await startTestEngine({ cloud: null, folder: home });
  await engine.close(); // a folder that is ours, with its marker
  for (const suffix of ['-wal', '-shm']) rmSync(`${paths.database}${suffix}`, { force: true });
  writeFileSync(
    paths.database,
    gunzipSync(readFileSync(join(frozen, `library-v${version}.db.gz`))),
  );
  const connection = new BetterSqlite3(paths.database, { readonly: true });
  try {
    expect(connection.pragma('user_version', { simple: true })).toBe(version);
    return readTables(connection);
  } finally {
    connection.close();
  }
}

/** Rows that are not in `after`, compared by the columns that they had. */
function lost(before: Tables, after: Tables): string[] {
  return [...before].flatMap(([table, rows]) => {
    const columns = Object.keys(rows[0] ?? {});
    const key = (row: Row) => JSON.stringify(columns.map((column) => row[column]));
    const present = new Set((after.get(table) ?? []).map(key));
    return rows.filter((row) => !present.has(key(row))).map((row) => `${table}: ${key(row)}`);
  });
}

it('has a frozen library of each version that went before', () => {
  expect(versions[0]).toBe(1);
  expect(versions.at(-1)).toBeLessThanOrEqual(migrations.length);
});

describe.each(versions)('a library of version %i', (version) => {
  it('keeps every row and is sound', async () => {
    const before = await unpack(version);
    const { db, close } = openDatabase({ paths, clock: systemClock, log: silentLog });
    try {
      expect(db.connection.pragma('user_version', { simple: true })).toBe(migrations.length);
      expect(lost(before, readTables(db.connection))).toEqual([]);
      expect(db.connection.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(db.connection.pragma('foreign_key_check')).toEqual([]);
    } finally {
      close();
    }
  });

  it('leaves a backup from before, when it is changed at all', async () => {
    const before = await unpack(version);
    openDatabase({ paths, clock: systemClock, log: silentLog }).close();
    const [backup] = listBackups(paths.backups, 'upgrade');
    expect(backup === undefined).toBe(version === migrations.length);
    if (backup === undefined) return;
    const connection = new BetterSqlite3(join(paths.backups, backup), { readonly: true });
    try {
      expect(connection.pragma('user_version', { simple: true })).toBe(version);
      expect(lost(before, readTables(connection))).toEqual([]);
    } finally {
      connection.close();
    }
  });

  it('is worked with as any other', async () => {
    const before = await unpack(version);
    const jobs = (before.get('generation') ?? []) as readonly {
      id: string;
      status: GenerationStatus;
    }[];
    const engine = await startTestEngine({ cloud: null, folder: home });
    try {
      const { items } = await engine.call('library.page', { search: '東京' });
      expect(items.map(({ title }) => title)).toEqual(['Regen über 東京 🌧']);
      const { active } = await engine.call('generations.queue', {});
      expect(active.map(({ id }) => id).sort()).toEqual(
        jobs.flatMap(({ id, status }) => (isActive(status) ? [id] : [])).sort(),
      );
      const { draft } = await engine.call('drafts.get', {});
      expect(draft?.prompt).toBe('half a thought');
    } finally {
      await engine.close();
    }
  });
});
