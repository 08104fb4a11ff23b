// Pages and sums of the library: what has a result on this device. Every page is a walk along an index from where the last ended.
import type { sortOrders } from '#shared/contract/engine.ts';
import { AppError } from '#shared/errors.ts';
import { compileSearch } from '../library/search-text.ts';
import type { Database, SqlValue } from './database.ts';
import { generationColumns, type GenerationRow } from './generation-row.ts';

export type SortOrder = (typeof sortOrders)[number];

export interface PageRequest {
  readonly search: string;
  readonly sort: SortOrder;
  readonly favouritesOnly: boolean;
  readonly inTrash: boolean;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface Page {
  readonly rows: readonly GenerationRow[];
  readonly nextCursor: string | null;
}

interface Cursor {
  readonly value: number;
  readonly sequence: number;
}

interface Order {
  /** Where a row stands; the sequence breaks ties. */
  readonly key: string;
  readonly direction: 'asc' | 'desc';
  readonly valueOf: (row: GenerationRow) => number;
}

const orders: Readonly<Record<SortOrder, Order>> = {
  newest: { key: 'sequence', direction: 'desc', valueOf: (row) => row.sequence },
  oldest: { key: 'sequence', direction: 'asc', valueOf: (row) => row.sequence },
  longest: { key: 'o.duration_ms', direction: 'desc', valueOf: (row) => row.duration_ms ?? 0 },
  largest: { key: 'o.size_bytes', direction: 'desc', valueOf: (row) => row.size_bytes ?? 0 },
};

export function readPage(db: Database, request: PageRequest): Page {
  const order = orders[request.sort];
  const match = compileSearch(request.search);
  const cursor = request.cursor === null ? null : readCursor(request.cursor);
  const { sql, values } = pageQuery(request, order, match, cursor);
  const rows = db.all<GenerationRow>(sql, ...values, request.limit + 1);
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return {
    rows: page,
    nextCursor:
      rows.length > request.limit && last ? `${order.valueOf(last)}.${last.sequence}` : null,
  };
}

/** With "+" the index of the trash is taken and not that of the status: it holds a few rows instead of nearly all. */
function placeOf(inTrash: boolean): string {
  return inTrash
    ? "+g.status = 'ready' and g.trashed_at is not null"
    : "g.status = 'ready' and g.trashed_at is null";
}

function pageQuery(
  { favouritesOnly, inTrash }: PageRequest,
  { key, direction }: Order,
  match: string | null,
  cursor: Cursor | null,
): { sql: string; values: SqlValue[] } {
  const bySequence = key === 'sequence';
  const sequence = match !== null ? 's.rowid' : bySequence ? 'g.sequence' : 'o.generation_sequence';
  const compare = direction === 'asc' ? '>' : '<';
  const conditions = [placeOf(inTrash)];
  const values: SqlValue[] = [];
  if (match !== null) {
    conditions.push('generation_search match ?');
    values.push(match);
  }
  if (favouritesOnly) conditions.push('g.is_favourite = 1');
  if (cursor && bySequence) {
    conditions.push(`${sequence} ${compare} ?`);
    values.push(cursor.sequence);
  } else if (cursor) {
    conditions.push(`(${key}, o.generation_sequence) ${compare} (?, ?)`);
    values.push(cursor.value, cursor.sequence);
  }
  // cross join fixes the order of the tables: from the index that already has the wanted order
  const generationThenOutput =
    'generation g cross join output o on o.generation_sequence = g.sequence and o.position = 0';
  const from =
    match !== null
      ? `generation_search s cross join ${generationThenOutput.replace('generation g', 'generation g on g.sequence = s.rowid')}`
      : bySequence || inTrash // few clips are looked at one by one, whatever their order
        ? generationThenOutput
        : 'output o cross join generation g on g.sequence = o.generation_sequence and o.position = 0';
  const orderBy = bySequence
    ? `${sequence} ${direction}`
    : `${key} ${direction}, o.generation_sequence ${direction}`;
  return {
    sql: `select ${generationColumns} from ${from} where ${conditions.join(' and ')} order by ${orderBy} limit ?`,
    values,
  };
}

function readCursor(text: string): Cursor {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  if (!match) throw new AppError('invalid-input', 'The place to go on from is not known.');
  return { value: Number(match[1]), sequence: Number(match[2]) };
}

export interface Sums {
  readonly total: number;
  readonly durationMs: number;
  readonly bytes: number;
}

const sums = `count(*) as total, coalesce(sum(o.duration_ms), 0) as durationMs,
  coalesce(sum(o.size_bytes), 0) as bytes`;

export type CountRequest = Pick<PageRequest, 'search' | 'favouritesOnly' | 'inTrash'>;

export function countLibrary(db: Database, request: CountRequest): Sums {
  const match = compileSearch(request.search);
  const conditions = `${placeOf(request.inTrash)} ${request.favouritesOnly ? 'and g.is_favourite = 1' : ''}`;
  const output = 'cross join output o on o.generation_sequence = g.sequence and o.position = 0';
  const row =
    match === null
      ? db.get<Sums>(`select ${sums} from generation g ${output} where ${conditions}`)
      : db.get<Sums>(
          `select ${sums} from generation_search s
           cross join generation g on g.sequence = s.rowid ${output}
           where generation_search match ? and ${conditions}`,
          match,
        );
  return row ?? { total: 0, durationMs: 0, bytes: 0 };
}

export interface Counts {
  readonly clips: number;
  readonly trash: number;
  readonly active: number;
  readonly prompts: number;
  readonly assets: number;
  readonly totalBytes: number;
}

export function readCounts(db: Database): Counts {
  const row = db.get<Counts>(
    // from two indexes: to look at each row for its place would take a hundred times as long
    `select (select count(*) from generation where status = 'ready')
         - (select count(*) from generation where trashed_at is not null and +status = 'ready') as clips,
       (select count(*) from generation where trashed_at is not null and +status = 'ready') as trash,
       (select count(*) from generation
        where status in ('queued', 'uploading', 'submitting', 'rendering', 'downloading')) as active,
       (select count(*) from prompt) as prompts,
       (select count(*) from asset) as assets,
       (select coalesce(sum(size_bytes), 0) from output) as totalBytes`,
  );
  return row ?? { clips: 0, trash: 0, active: 0, prompts: 0, assets: 0, totalBytes: 0 };
}
