// A group of rows that a table holds, newest first, found by words in it. A record is the whole row with what the data map says of each
// column, so that nothing can be left out of sight. Tables, columns and orders are written here and in table-groups.ts, never taken
// from outside.
import type { DataField, DataRow } from '#shared/contract/inspect.ts';
import { mappedTables } from '#shared/domain/data-map/tables.ts';
import { generationIdSchema } from '#shared/domain/ids.ts';
import { isoTime, isoTimeOrNull } from '../clock.ts';
import type { Database, SqlValue } from '../database/database.ts';
import type { FoundRow, RowSource } from './row-source.ts';

export interface TableGroup {
  readonly group: string;
  readonly table: string;
  /** SQL after `from`; the table is `t`. */
  readonly from?: string;
  readonly where?: string;
  /** Unique, and the order: the largest first. */
  readonly key: string;
  readonly isTextKey?: boolean;
  readonly title: string;
  readonly note?: string;
  readonly bytes?: string;
  readonly at?: string;
  readonly place?: string;
  readonly poster?: string;
  readonly asset?: string;
  readonly output?: string;
  readonly generationId?: string;
  readonly isInCloud?: string;
  readonly cloudUntil?: string;
  /** Columns with words in them. */
  readonly words: readonly string[];
}

interface TableRow {
  readonly key: number | string;
  readonly title: string | null;
  readonly note: string | null;
  readonly bytes: number | null;
  readonly at: number | null;
  readonly place: string | null;
  readonly poster: string | null;
  readonly asset: string | null;
  readonly output: string | null;
  readonly generationId: string | null;
  readonly isInCloud: number | null;
  readonly cloudUntil: number | null;
}

const cells = [
  'note',
  'bytes',
  'at',
  'place',
  'poster',
  'asset',
  'output',
  'generationId',
  'isInCloud',
  'cloudUntil',
] as const satisfies readonly (keyof TableGroup)[];

export function tableSource(
  db: Database,
  group: TableGroup,
  hidePaths: (text: string) => string,
): RowSource {
  const from = group.from ?? `${group.table} t`;
  const listed = cells.map((cell) => `${group[cell] ?? 'null'} as "${cell}"`).join(', ');
  const words = `lower(${group.words.map((word) => `coalesce(${word}, '')`).join(' || char(10) || ')})`;
  const all = group.where ?? 'true';
  const matching = (search: string) => (search === '' ? all : `${all} and instr(${words}, ?) > 0`);
  const bound = (search: string): SqlValue[] => (search === '' ? [] : [search]);
  const keyOf = (key: string): SqlValue => (group.isTextKey ? key : Number(key));
  return {
    group: group.group,
    page: (search, after, limit) => {
      const before = after === null ? '' : `and ${group.key} < ?`;
      const rows = db.all<TableRow>(
        `select ${group.key} as "key", ${group.title} as "title", ${listed} from ${from}
         where ${matching(search)} ${before} order by ${group.key} desc limit ?`,
        ...bound(search),
        ...(after === null ? [] : [keyOf(after)]),
        limit + 1,
      );
      const page = rows.slice(0, limit);
      return {
        rows: page.map((row) => toFound(row, hidePaths)),
        next: rows.length > limit ? String(page.at(-1)?.key) : null,
      };
    },
    count: (search) =>
      db.get<{ readonly count: number }>(
        `select count(*) as count from ${from} where ${matching(search)}`,
        ...bound(search),
      )?.count ?? 0,
    record: (key) => {
      const row = db.get<Readonly<Record<string, SqlValue>>>(
        `select t.* from ${from} where ${all} and ${group.key} = ?`,
        keyOf(key),
      );
      return row ? fieldsOf(group.table, row, hidePaths) : null;
    },
  };
}

function toFound(row: TableRow, hidePaths: (text: string) => string): FoundRow {
  const { poster, asset, output } = row;
  return {
    key: String(row.key),
    title: hidePaths(row.title ?? ''),
    note: hidePaths(row.note ?? ''),
    bytes: row.bytes,
    at: isoTimeOrNull(row.at),
    where: row.place,
    picture: pictureOf(poster, asset),
    file: fileOf(output, poster, asset),
    generationId: generationIdSchema.safeParse(row.generationId).data ?? null,
    isInCloud: row.isInCloud === 1,
    cloudUntil: row.isInCloud === 1 ? isoTimeOrNull(row.cloudUntil) : null,
  };
}

function pictureOf(poster: string | null, asset: string | null): DataRow['picture'] {
  if (poster !== null) return { kind: 'poster', id: poster };
  return asset === null ? null : { kind: 'asset', id: asset };
}

function fileOf(
  output: string | null,
  poster: string | null,
  asset: string | null,
): DataRow['file'] {
  if (output !== null) return { kind: 'output', id: output };
  if (asset !== null) return { kind: 'asset', id: asset };
  return poster === null ? null : { kind: 'poster', id: poster };
}

/** Numbers of these are milliseconds since 1970. */
const isTime = (column: string) => column === 'at' || column.endsWith('_at');

function fieldsOf(
  table: string,
  row: Readonly<Record<string, SqlValue>>,
  hidePaths: (text: string) => string,
): DataField[] {
  return Object.entries(row).map(([name, value]) => ({
    name,
    what: mappedTables[table]?.columns[name] ?? '',
    value:
      value === null
        ? ''
        : isTime(name) && typeof value === 'number'
          ? isoTime(value)
          : hidePaths(String(value)),
  }));
}
