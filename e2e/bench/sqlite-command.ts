// The same search by the sqlite3 command line, on a plain copy of the rows: its FTS5 may be older than the format of the library.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../launch.ts';
import { timeMs } from './measure.ts';

const copy = (library: string) => `
attach '${library.replaceAll("'", "''")}' as lib;
create table generation as select * from lib.generation;
create unique index g_sequence on generation (sequence);
create index g_status on generation (status, sequence);
create table output as select * from lib.output;
create index o_generation on output (generation_sequence, position);
create virtual table words using fts5 (prompt, title, notes, tags, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
insert into words (rowid, prompt, title, notes, tags) select sequence, prompt, title, notes,
  coalesce((select group_concat(name, ' ') from lib.generation_tag join lib.tag on tag.id = tag_id where generation_sequence = sequence), '')
  from lib.generation;
`;

/** Milliseconds of one search, on average, with the start of the command taken off. */
export async function timeSqliteCommand(
  library: string,
  searches: readonly string[],
  runs: number,
): Promise<number> {
  const folder = temporaryFolder('sqlite');
  const path = join(folder, 'plain.db');
  const command = (script: string) =>
    timeMs(async () =>
      execFileSync('sqlite3', [path], { input: script, stdio: ['pipe', 'ignore', 'inherit'] }),
    );
  try {
    await command(copy(join(library, 'library.db')));
    const queries = Array.from({ length: runs }, () => searches.map(searchSql)).flat();
    const start = await command('select 1;');
    const all = await command(queries.join('\n'));
    return (all - start) / queries.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function searchSql(search: string): string {
  const place = "g.status = 'ready' and g.trashed_at is null";
  if (search === '') {
    return `select g.*, o.* from generation g indexed by g_status cross join output o on o.generation_sequence = g.sequence
      and o.position = 0 where ${place} order by g.sequence desc limit 60;`;
  }
  const match = search
    .split(' ')
    .map((word) => `"${word}"*`)
    .join(' ');
  return `select g.*, o.* from words w cross join generation g on g.sequence = w.rowid cross join output o
    on o.generation_sequence = g.sequence and o.position = 0
    where words match '${match}' and ${place} order by w.rowid desc limit 60;`;
}
