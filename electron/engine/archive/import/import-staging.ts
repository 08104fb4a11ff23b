// The lines of an archive in a database of their own beside unfinished downloads, so that whatever belongs to one generation is
// found at once, however many there are. Nothing in it is part of the library; it goes when the import ends, and a crash leaves
// a part file like any other.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import BetterSqlite3, { type Statement } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { createLineSplitter, fieldOf, readJson } from '../format/archive-lines.ts';
import { foldedPath } from '../format/archive-path.ts';
import { entities } from '../format/entities.ts';
import { largestKept } from './import-numbers.ts';
import type { Manifest } from '../format/manifest.ts';
import { type StagedLine, stagedLines, type StagedName, stagedNames } from './staged-lines.ts';
import { linesByOwner } from './staged-owners.ts';
import { dropTwins, refuseTwins } from './staged-twins.ts';
import type { ZipReader } from '../zip/zip-reader.ts';

export interface Staging {
  /** All lines of a file in their order, in blocks. */
  blocks<N extends StagedName>(name: N, size: number): Generator<StagedLine<N>[]>;
  /** The same, from the last line to the first. */
  blocksBackwards<N extends StagedName>(name: N, size: number): Generator<StagedLine<N>[]>;
  /** Lines of one owner, in their order. */
  of<N extends StagedName>(name: N, owner: string): StagedLine<N>[];
  /** Paths that rows of the library name, with the hash of what should be there; `''` for posters. */
  take(path: string, sha256: string): void;
  takenBy(path: string): string | null;
  hasContent(sha256: string): boolean;
  /** The largest that may be kept; 0 when there is none. */
  readonly lastEventId: number;
  close(): void;
}

const tables = `
  create table line (number integer primary key, name text not null, owner text not null, body text not null);
  create table taken (path text primary key, sha256 text not null) without rowid;
  create table content (sha256 text primary key) without rowid;
`;

/** Lines of a damaged archive that cannot be used are left out and counted instead of refused. */
export interface Losses {
  lines: number;
}

export async function stage(
  file: string,
  zip: ZipReader,
  manifest: Manifest,
  signal: AbortSignal,
  losses: Losses | null = null,
): Promise<Staging> {
  const connection = new BetterSqlite3(file);
  const close = () => {
    connection.close();
    rmSync(file, { force: true });
  };
  try {
    connection.pragma('journal_mode = MEMORY'); // it is thrown away: nothing beside it that a crash would leave
    connection.pragma('synchronous = OFF');
    connection.pragma('locking_mode = EXCLUSIVE'); // nobody else knows of it: no lock for each question
    connection.pragma('cache_size = -32768');
    connection.exec(tables);
    const insert = connection.prepare('insert into line (name, owner, body) values (?, ?, ?)');
    for (const name of stagedNames) {
      connection.exec('begin');
      await load(insert, name, { zip, manifest, signal, losses });
      connection.exec('commit');
    }
    connection.exec('create index line_by_owner on line (owner, name, number)');
    connection.exec('create index line_by_name on line (name, number)');
    if (losses) losses.lines += dropTwins(connection);
    else refuseTwins(connection);
    connection.exec('begin'); // never ends: what is noted from here on need not reach the disk
    return createStaging(connection, close);
  } catch (error) {
    close();
    throw error;
  }
}

interface Source {
  readonly zip: ZipReader;
  readonly manifest: Manifest;
  readonly signal: AbortSignal;
  readonly losses: Losses | null;
}

/** The lines were checked before; they are checked again, since the file is read again. */
async function load(
  insert: Statement,
  name: StagedName,
  { zip, manifest, signal, losses }: Source,
): Promise<void> {
  const path = `data/${name}.jsonl`;
  const entry = zip.entries.find((candidate) => candidate.name === path);
  const listed = manifest.files.find((candidate) => candidate.path === path);
  if (!entry || !listed) return; // an archive without such a file has nothing of the kind
  const entity = entities.find((candidate) => candidate.name === name);
  const form = entity?.schemaAt(manifest.schemaVersion);
  const { schema, owner } = stagedLines[name];
  const hash = createHash('sha256');
  const splitter = createLineSplitter(path, (text, number) => {
    const read = readJson(text);
    const written = read.ok ? form?.safeParse(read.value) : undefined;
    const value = written?.success ? entity?.complete(written.data) : null;
    const parsed = written?.success ? schema.safeParse(value) : written;
    if (!read.ok || !parsed?.success) {
      if (losses) {
        losses.lines += 1;
        return;
      }
      const problem = read.ok ? `cannot be used: ${fieldOf(parsed?.error)}.` : read.problem;
      throw new AppError('archive-damaged', `${path}, line ${number} ${problem}`);
    }
    // written anew, so that a field that stands there twice has one value for every reader
    insert.run(name, (owner as (line: unknown) => string)(parsed.data), JSON.stringify(value));
  });
  try {
    for await (const block of zip.content(entry)) {
      signal.throwIfAborted();
      hash.update(block);
      splitter.take(block);
    }
    splitter.end();
  } catch (error) {
    if (!losses || signal.aborted) throw error;
    losses.lines += 1; // from here on nothing of this file can be read
    return;
  }
  if (losses) return;
  if (hash.digest('hex') !== listed.sha256) {
    throw new AppError('archive-damaged', `${path} was changed while it was read.`);
  }
}

function createStaging(connection: BetterSqlite3.Database, close: () => void): Staging {
  const page = connection.prepare(
    'select number, body from line where name = ? and number > ? order by number limit ?',
  );
  const of = linesByOwner(connection);
  const taken = connection.prepare('select sha256 from taken where path = ?').pluck();
  const takes = connection.prepare('insert or replace into taken values (?, ?)');
  const content = connection.prepare('select 1 from content where sha256 = ?').pluck();
  const contents = connection.prepare('insert or ignore into content values (?)');
  const pageBackwards = connection.prepare(
    'select number, body from line where name = ? and number < ? order by number desc limit ?',
  );
  function* pages<N extends StagedName>(
    statement: Statement,
    name: N,
    size: number,
    start: number,
  ): Generator<StagedLine<N>[]> {
    let last = start;
    for (;;) {
      const rows = statement.all(name, last, size) as { number: number; body: string }[];
      if (rows.length === 0) return;
      last = rows.at(-1)?.number ?? last;
      yield rows.map(({ body }) => JSON.parse(body) as StagedLine<N>);
    }
  }
  const lastEventId = connection
    .prepare(
      `select coalesce(max(body ->> 'id'), 0) from line where name = 'events' and body ->> 'id' <= ?`,
    )
    .pluck()
    .get(largestKept) as number;
  return {
    lastEventId,
    blocks: (name, size) => pages(page, name, size, 0),
    blocksBackwards: (name, size) => pages(pageBackwards, name, size, Number.MAX_SAFE_INTEGER),
    of: <N extends StagedName>(name: N, owner: string) =>
      of(name, owner).map((body) => JSON.parse(body) as StagedLine<N>),
    take: (path, sha256) => {
      takes.run(foldedPath(path), sha256);
      if (sha256 !== '') contents.run(sha256);
    },
    takenBy: (path) => (taken.get(foldedPath(path)) as string | undefined) ?? null,
    hasContent: (sha256) => content.get(sha256) !== undefined,
    close,
  };
}
