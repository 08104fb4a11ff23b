// A library that archives are imported into, for tests: real tables, real files, no engine.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { ImportReport } from '#shared/contract/data.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { takeStep } from '../../database/migrate.ts';
import { migrations } from '../../database/migrations/index.ts';
import { createIds } from '../../ids.ts';
import { libraryPaths } from '../../library/library-paths.ts';
import { silentLog } from '../../logging/log.ts';
import { importArchive, type ImportTarget } from '../import/import-archive.ts';
import type { ImportMoment } from '../import/import-run.ts';
import type { ArchiveSource } from '../export/write-archive.ts';
import { sampleAt } from './sample-library.ts';

export interface Target extends ImportTarget {
  readonly library: string;
  readonly db: Database;
  readonly source: ArchiveSource;
  write(path: string, content: string): void;
  /** Every row of every table and every file with its hash. */
  contents(): unknown;
  /** What is not as it should be: rows without files, broken references, a damaged database. */
  problems(): string[];
  /** Media files that no row names. */
  orphans(): string[];
  parts(): string[];
  remove(): void;
}

export function openTarget(existing?: string): Target {
  const home = existing ? dirname(existing) : mkdtempSync(join(tmpdir(), 'kling5-target-'));
  const library = existing ?? join(home, 'library');
  mkdirSync(library, { recursive: true });
  const paths = { ...libraryPaths(library), library };
  const isNew = !existsSync(paths.database);
  const connection = new BetterSqlite3(paths.database);
  connection.pragma('journal_mode = WAL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('synchronous = OFF'); // no test pulls the plug of the machine
  if (isNew) {
    for (const step of migrations) takeStep(connection, step);
    connection.pragma(`user_version = ${migrations.length}`);
  }
  const db = createDatabase(connection, silentLog);
  const files = () => listFiles(library).filter((path) => !path.startsWith('library.db'));

  function rows(): unknown {
    const tables = db.all<{ name: string }>(
      // the index keeps no rows; generation_words says what is in it
      `select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite_%'
         and name <> 'generation_search'`,
    );
    return Object.fromEntries(tables.map(({ name }) => [name, db.all(`select * from ${name}`)]));
  }

  function named(missing: readonly number[]): string[] {
    const wanted = missing.join(', ');
    return db
      .all<{ path: string }>(
        `select file_path as path from output where is_missing in (${wanted})
         union select poster_path from output where poster_path is not null and is_missing in (${wanted})
         union select file_path from asset where is_missing in (${wanted})`,
      )
      .map(({ path }) => path);
  }

  return {
    db,
    library,
    ids: createIds(),
    clock: { now: () => sampleAt },
    paths,
    onAdded: () => undefined,
    source: {
      database: paths.database,
      library,
      home,
      libraryId: 'sample00library',
      version: '0.0.0-test',
      now: () => sampleAt,
    },
    write: (path, content) => {
      mkdirSync(dirname(join(library, path)), { recursive: true });
      writeFileSync(join(library, path), content);
    },
    contents: () => ({
      rows: rows(),
      files: files().map((path) => {
        const file = join(library, path);
        return [
          path,
          createHash('sha256').update(readFileSync(file)).digest('hex'),
          statSync(file).mtimeMs,
        ];
      }),
    }),
    problems: () => [
      ...db
        .all<{ integrity_check: string }>('pragma integrity_check')
        .map((row) => row.integrity_check)
        .filter((text) => text !== 'ok'),
      ...db.all('pragma foreign_key_check').map((row) => JSON.stringify(row)),
      ...named([0]).filter((path) => !existsSync(join(library, path))),
      ...db
        .all<{ id: string }>(
          `select id from generation g where status = 'ready' and not exists (select 1 from output where generation_sequence = g.sequence)`,
        )
        .map(({ id }) => `${id} is ready without a video`),
    ],
    orphans: () => {
      const known = new Set(named([0, 1]));
      return files().filter((path) => /^(videos|posters|assets)\//.test(path) && !known.has(path));
    },
    parts: () => listFiles(paths.incoming),
    remove: () => {
      connection.close();
      rmSync(existing ?? home, { recursive: true, force: true });
    },
  };
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

export async function importInto(
  target: Target,
  archive: string,
  failpoint?: (name: ImportMoment) => void,
  signal: AbortSignal = new AbortController().signal,
  partly = false,
): Promise<ImportReport> {
  const { imported } = await importArchive(target, archive, {
    progress: { phase: () => undefined, add: () => undefined, items: () => undefined },
    signal,
    partly,
    ...(failpoint ? { failpoint } : {}),
  });
  return imported ?? { counts: {}, notes: [] };
}

/** At least one row in every table that an archive carries, beside the clips. */
export function fillEveryTable(db: BetterSqlite3.Database): void {
  db.exec(`
    update generation set notes = 'a note', is_favourite = 1, cloud_id = 'cloud-1', is_in_cloud = 1, cloud_expires_at = ${sampleAt + 5},
      failure_details = '{"attempt":2}', ended_at = ${sampleAt + 3}, credits_settled = 30 where sequence = 1;
    update generation set parent_id = 'gen000000001', rating = 4, label = 'purple', trashed_at = ${sampleAt + 7} where sequence = 2;
    insert into saved_prompt values (3, 'saved00000001', 'prompt', 'Umbrella', 'rain in {city}', '{"city":["Osaka"]}', '["rain"]',
      '[{"text":"rain","variables":{},"at":"2026-11-23T12:00:00.000Z"}]', 1, ${sampleAt}, ${sampleAt + 1}, ${sampleAt + 2});
    update generation set saved_prompt_id = 'saved00000001', source_sha256 = '${'5'.repeat(64)}' where sequence = 2;
    update asset set replaced_by = (select max(sha256) from asset) where sequence = 1;
    insert into event (id, generation_sequence, at, type, status, note) values (900, 1, ${sampleAt}, 'saved', 'ready', 'again');
    insert into tag values (4, 'rain', ${sampleAt}), (9, '夜', ${sampleAt + 1});
    insert into generation_tag values (1, 4), (1, 9), (2, 9);
    insert into collection values (3, 'collect00001', 'Reel', ${sampleAt}, ${sampleAt + 1}), (5, 'collect00002', '夜', ${sampleAt}, ${sampleAt});
    insert into collection_item values (3, 2, 0.5, ${sampleAt}), (3, 1, 7.25, ${sampleAt + 1}), (5, 1, 1, ${sampleAt});
    insert into saved_search values (4, 'search000001', 'Night', 'tag:夜 rain', 'oldest', ${sampleAt});
    insert into erase_order values ('erase0000001', ${sampleAt}, ${sampleAt + 9}, 'kind', 'logs', 'here', 0,
      '[{"kind":"logs","count":2,"bytes":90}]', 0, '[]', '${'c'.repeat(64)}');
    insert into privacy_request values ('request00001', 'access', 'A copy, please', ${sampleAt}, ${sampleAt + 1}, ${sampleAt + 2}, 'It came');
    insert into cloud_held values ('credit', 'credit-1', '{"amount":-30}');
    insert into consent values (3, ${sampleAt}, 'age', 1, '2026-1'), (5, ${sampleAt + 1}, 'training', 0, '');
    insert into network_request values (7, ${sampleAt}, 'GET', '127.0.0.1:1', '/v1/service', 'describe', '[]', 0, 90, 200, 'ok', null, 3.25),
      (8, ${sampleAt}, 'POST', '127.0.0.1:1', '/v1/generations', 'generate', '["prompts"]', 400, 90, null, 'failed', 'gen000000001', 4),
      (9, ${sampleAt}, 'POST', '127.0.0.1:1', '/v1/generations', 'generate', '["prompts"]', 400, 90, null, 'failed', 'gen000000001', 4);
    insert into tombstone values ('generation', 'gen000000777', ${sampleAt});
    insert into erasure (id, subjects, state, requested_at, attempts, next_try_at, last_error, confirmed_at, receipt)
      values ('erasure00001', '[{"type":"generation","id":"x"}]', 'confirmed', ${sampleAt}, 2, null, null, ${sampleAt + 9}, '{"what":"x"}');
    insert into setting values ('draft', '{"prompt":"half a sentence"}'), ('last_export', '{"at":"2026-11-23T12:00:00.000Z"}');
  `);
}
