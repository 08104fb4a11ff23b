// What is not as it should be in the library of an engine in which nothing is under way: its database, its files.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TestEngine } from '../../testing/start-engine.ts';

/** Paths that rows name; those whose file is known to be lost only on demand. */
function named({ engine }: TestEngine, withLost: boolean): Set<string> {
  const lost = withLost ? '0, 1' : '0';
  const rows = engine.context.db.all<{ readonly path: string }>(
    `select file_path as path from output where is_missing in (${lost})
     union select poster_path from output where poster_path is not null and is_missing in (${lost})
     union select file_path from asset where is_missing in (${lost})`,
  );
  return new Set(rows.map(({ path }) => path));
}

/** A damaged database, rows that point nowhere, rows without their file, clips without their video. */
export function troublesOf(engine: TestEngine): string[] {
  const { db } = engine.engine.context;
  return [
    ...db
      .all<{ readonly integrity_check: string }>('pragma integrity_check')
      .map((row) => row.integrity_check)
      .filter((text) => text !== 'ok'),
    ...db.all('pragma foreign_key_check').map((row) => JSON.stringify(row)),
    ...[...named(engine, false)].filter((path) => !existsSync(join(engine.library, path))),
    ...db
      .all<{ readonly id: string }>(
        `select id from generation g
         where status = 'ready' and not exists (select 1 from output where generation_sequence = g.sequence)`,
      )
      .map(({ id }) => `${id} is ready without a video`),
  ];
}

/** Media that no row names, and whatever waits in `incoming`. */
export function looseFiles(engine: TestEngine): string[] {
  const known = named(engine, true);
  const files = readdirSync(engine.library, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(engine.library, join(entry.parentPath, entry.name)));
  return files.filter(
    (path) => /^(videos|posters|assets|incoming)\//.test(path) && !known.has(path),
  );
}
