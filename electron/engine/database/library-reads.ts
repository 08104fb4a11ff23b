// Pages and sums of the library: what has a result on this device. Every page is a walk along an index from where the last ended.
import type { SortOrder } from '#shared/contract/sort-orders.ts';
import { AppError } from '#shared/errors.ts';
import type { Database, SqlValue } from './database.ts';
import { summaryColumns, type SummaryRow } from './generation-row.ts';
import { findCollection } from './collection-reads.ts';
import { compileQuery, inCollection, type LibraryQuery } from './library-query.ts';
import { orders, sourceOf } from './library-walk.ts';

export interface PageRequest {
  readonly search: string;
  readonly sort: SortOrder;
  readonly favouritesOnly: boolean;
  readonly inTrash: boolean;
  readonly collectionId?: string | null;
  readonly cursor: string | null;
  readonly limit: number;
}

export interface Page {
  readonly rows: readonly SummaryRow[];
  readonly nextCursor: string | null;
}

interface Cursor {
  readonly value: SqlValue;
  readonly sequence: number;
}

interface Placed {
  readonly place: SqlValue;
  readonly sequence: number;
}

export function readPage(db: Database, request: PageRequest, nowMs = Date.now()): Page {
  return walkPage<SummaryRow & Placed>(db, request, { columns: summaryColumns, nowMs });
}

/** As `readPage`, with other columns; the sequence has to be one of them. */
export function walkPage<R extends Placed>(
  db: Database,
  request: PageRequest,
  { columns, nowMs }: { readonly columns: string; readonly nowMs: number },
): { readonly rows: R[]; readonly nextCursor: string | null } {
  const query = withPlace(db, compileQuery(db, request.search, nowMs), request);
  if (query.findsNothing) return { rows: [], nextCursor: null };
  const isManual = request.sort === 'manual' && query.collection !== null;
  const sort = request.sort === 'manual' && !isManual ? 'newest' : request.sort;
  const cursor = request.cursor === null ? null : readCursor(request.cursor);
  const isMany = orders[sort].index !== null && findsMany(db, query);
  const { sql, values } = pageQuery(query, { sort, columns, isMany }, cursor);
  const rows = db.all<R>(sql, ...values, request.limit + 1);
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return {
    rows: page,
    nextCursor: rows.length > request.limit && last ? writeCursor(last) : null,
  };
}

/** What is asked beside the words is a part of the query. */
export function withPlace(
  db: Database,
  query: LibraryQuery,
  request: Pick<PageRequest, 'favouritesOnly' | 'inTrash' | 'collectionId'>,
): LibraryQuery {
  const favourites = { sql: 'g.is_favourite = 1', values: [] };
  const { collectionId = null } = request;
  const collection = collectionId === null ? null : findCollection(db, collectionId);
  const conditions = [
    ...query.conditions,
    ...(request.favouritesOnly ? [favourites] : []),
    ...(collection === null ? [] : [inCollection([collection])]),
  ];
  const narrowed = collection === null ? query.walk : { collection };
  return {
    ...query,
    isOfTrash: query.isOfTrash || request.inTrash,
    findsNothing: query.findsNothing || (collectionId !== null && collection === null),
    collection,
    conditions,
    walk: request.favouritesOnly && collection === null ? 'generation_favourites' : narrowed,
  };
}

/** Up to so many are sorted sooner than they are picked out of the whole order. */
const fewFound = 5000;

function findsMany(db: Database, { match }: LibraryQuery): boolean {
  if (match === null) return false;
  const found = db.get<{ readonly count: number }>(
    `select count(*) as count from
       (select 1 from generation_search where generation_search match ? limit ${fewFound + 1})`,
    match,
  );
  return (found?.count ?? 0) > fewFound;
}

/** The driver hands over a number with a fraction, and FTS5 begins only at a whole one: it would read all that comes before. */
export const wholeNumber = 'cast(? as integer)';

interface PageShape {
  readonly sort: SortOrder;
  readonly columns: string;
  /** So many that they are not sorted. */
  readonly isMany: boolean;
}

export function pageQuery(
  query: LibraryQuery,
  { sort, columns, isMany }: PageShape,
  cursor: Cursor | null,
): { sql: string; values: SqlValue[] } {
  const { key, direction, index } = orders[sort];
  const source = sourceOf(query, index, isMany);
  const bySequence = key === 'sequence';
  const place = bySequence ? source.sequence : key;
  const compare = direction === 'asc' ? '>' : '<';
  const conditions = [...source.conditions, ...query.conditions.map(({ sql }) => sql)];
  const values = [...source.values, ...query.conditions.flatMap((condition) => condition.values)];
  if (cursor && bySequence) {
    conditions.push(`${source.sequence} ${compare} ${wholeNumber}`);
    values.push(cursor.sequence);
  } else if (cursor) {
    conditions.push(`(${key}, ${source.sequence}) ${compare} (?, ?)`);
    values.push(cursor.value, cursor.sequence);
  }
  const orderBy = bySequence
    ? `${source.sequence} ${direction}`
    : `${key} ${direction}, ${source.sequence} ${direction}`;
  return {
    sql: `select ${columns}, ${place} as place from ${source.from}
      where ${conditions.join(' and ')} order by ${orderBy} limit ?`,
    values,
  };
}

function writeCursor({ place, sequence }: Placed): string {
  return Buffer.from(JSON.stringify([place, sequence])).toString('base64url');
}

function readCursor(text: string): Cursor {
  try {
    const [value, sequence] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const isPlace = typeof value === 'number' || typeof value === 'string';
    if (isPlace && Number.isSafeInteger(sequence)) return { value, sequence: Number(sequence) };
  } catch {
    // told below: it is not one of ours
  }
  throw new AppError('invalid-input', 'The place to go on from is not known.');
}

export type CountRequest = Pick<
  PageRequest,
  'search' | 'favouritesOnly' | 'inTrash' | 'collectionId'
>;

/** All that a query finds, in no order; for counting. */
export interface Matching {
  readonly from: string;
  readonly where: string;
  readonly values: readonly SqlValue[];
  /** Column with the sequence, of the table that is walked. */
  readonly sequence: string;
}

/** For facts alone narrow indexes are read in place of the rows, which hold the whole prompts. */
export function matching(
  query: LibraryQuery,
  { isForFacts = false }: { readonly isForFacts?: boolean } = {},
): Matching {
  const source = sourceOf(query, null);
  const from =
    isForFacts && !query.isOfTrash && (query.match !== null || query.walk === null)
      ? source.from
          .replace(/generation g(?: indexed by \w+)?(?= )/, 'generation g indexed by clip_facts')
          .replace('output o ', 'output o indexed by output_facts ')
      : source.from;
  return {
    from,
    where: [...source.conditions, ...query.conditions.map(({ sql }) => sql)].join(' and '),
    values: [...source.values, ...query.conditions.flatMap(({ values }) => values)],
    sequence: source.sequence,
  };
}
