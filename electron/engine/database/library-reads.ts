// Pages and sums of the library: what has a result on this device. Every page is a walk along an index from where the last ended.
import type { SortOrder } from '#shared/contract/sort-orders.ts';
import { AppError } from '#shared/errors.ts';
import type { Database, SqlValue } from './database.ts';
import { generationColumns, type GenerationRow } from './generation-row.ts';
import { findCollection } from './collection-reads.ts';
import { compileQuery, inCollection, type LibraryQuery, type Walk } from './library-query.ts';

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
  readonly rows: readonly GenerationRow[];
  readonly nextCursor: string | null;
}

interface Cursor {
  readonly value: SqlValue;
  readonly sequence: number;
}

interface Order {
  /** Where a row stands; the sequence breaks ties. */
  readonly key: string;
  readonly direction: 'asc' | 'desc';
  /** That has this order already; `output` is the table that the key is of. */
  readonly index:
    'clip_by_title' | 'clip_by_rating' | 'clip_by_change' | 'collection_in_order' | 'output' | null;
}

/** The name that a card shows, as the index has it. */
const titleKey = `lower(substr(trim(case when g.title = '' then g.prompt else g.title end), 1, 60))`;

const orders: Readonly<Record<SortOrder, Order>> = {
  newest: { key: 'sequence', direction: 'desc', index: null },
  oldest: { key: 'sequence', direction: 'asc', index: null },
  title: { key: titleKey, direction: 'asc', index: 'clip_by_title' },
  rating: { key: 'g.rating', direction: 'desc', index: 'clip_by_rating' },
  changed: { key: 'g.updated_at', direction: 'desc', index: 'clip_by_change' },
  longest: { key: 'o.duration_ms', direction: 'desc', index: 'output' },
  shortest: { key: 'o.duration_ms', direction: 'asc', index: 'output' },
  largest: { key: 'o.size_bytes', direction: 'desc', index: 'output' },
  smallest: { key: 'o.size_bytes', direction: 'asc', index: 'output' },
  manual: { key: 'w.position', direction: 'asc', index: 'collection_in_order' },
};

interface Placed {
  readonly place: SqlValue;
  readonly sequence: number;
}

export function readPage(db: Database, request: PageRequest, nowMs = Date.now()): Page {
  return walkPage<GenerationRow & Placed>(db, request, { columns: generationColumns, nowMs });
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

const inLibrary = "g.status = 'ready' and g.trashed_at is null";
const inTrash = "g.status = 'ready' and g.trashed_at is not null";
const firstOutput = 'cross join output o on o.generation_sequence = g.sequence and o.position = 0';

interface Source {
  readonly from: string;
  readonly conditions: readonly string[];
  readonly values: readonly SqlValue[];
  /** Column with the sequence, of the table that is walked. */
  readonly sequence: string;
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

/** A condition and not a way in: the plus keeps the order of the walk. */
const hasWords = (sequence: string) =>
  `+${sequence} in (select rowid from generation_search where generation_search match ?)`;

/**
 * From the fewest rows, in the wanted order where an index has it. `cross join` fixes the order of the tables. Where words find many
 * clips, the order is walked and the words are a condition.
 */
function sourceOf(query: LibraryQuery, index: Order['index'], isMany = false): Source {
  const { match, walk, isOfTrash, collection } = query;
  const place = isOfTrash ? inTrash : inLibrary;
  if (index === 'collection_in_order') return inHandOrder(collection, match, place);
  if (match !== null && isMany && index !== null && !isOfTrash) {
    const { conditions, values, ...source } = sourceOf({ ...query, match: null }, index);
    return {
      ...source,
      conditions: [...conditions, hasWords(source.sequence)],
      values: [...values, match],
    };
  }
  if (match !== null) {
    return {
      from: `generation_search s cross join generation g on g.sequence = s.rowid ${firstOutput}`,
      conditions: ['generation_search match ?', place],
      values: [match],
      sequence: 's.rowid',
    };
  }
  // Few clips are looked at one by one, whatever their order.
  if (isOfTrash) return walkAlong('generation_in_trash', inTrash);
  if (index === 'output') {
    return {
      from: 'output o cross join generation g on g.sequence = o.generation_sequence and o.position = 0',
      conditions: [place],
      values: [],
      sequence: 'o.generation_sequence',
    };
  }
  if (index !== null) return walkAlong(index, place);
  return walk === null ? walkAlong('generation_by_status', place) : narrowWalk(walk);
}

function walkAlong(index: string, condition: string): Source {
  return {
    from: `generation g indexed by ${index} ${firstOutput}`,
    conditions: [condition],
    values: [],
    sequence: 'g.sequence',
  };
}

function inHandOrder(collection: number | null, match: string | null, place: string): Source {
  return {
    from: `collection_item w indexed by collection_in_order
      cross join generation g on g.sequence = w.generation_sequence ${firstOutput}`,
    conditions: [
      'w.collection_sequence = ?',
      place,
      ...(match === null ? [] : [hasWords('g.sequence')]),
    ],
    values: [collection, ...(match === null ? [] : [match])],
    sequence: 'w.generation_sequence',
  };
}

function narrowWalk(walk: Walk): Source {
  if (walk === 'generation_favourites') {
    return walkAlong(walk, `${inLibrary} and g.is_favourite = 1`);
  }
  if (walk === 'generation_labelled')
    return walkAlong(walk, `${inLibrary} and g.label is not null`);
  if (walk === 'generation_rated') return walkAlong(walk, `${inLibrary} and g.rating > 0`);
  if ('model' in walk) {
    return {
      ...walkAlong('clip_by_model', `${inLibrary} and g.model_id = ?`),
      values: [walk.model],
    };
  }
  if ('collection' in walk) {
    return {
      from: `collection_item w cross join generation g on g.sequence = w.generation_sequence ${firstOutput}`,
      conditions: [inLibrary, 'w.collection_sequence = ?'],
      values: [walk.collection],
      sequence: 'w.generation_sequence',
    };
  }
  return {
    from: `generation_tag w cross join generation g on g.sequence = w.generation_sequence ${firstOutput}`,
    conditions: [inLibrary, 'w.tag_id = ?'],
    values: [walk.tag],
    sequence: 'w.generation_sequence',
  };
}

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
    conditions.push(`${source.sequence} ${compare} ?`);
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

export interface Sums {
  readonly total: number;
  readonly durationMs: number;
  readonly bytes: number;
}

const sums = `count(*) as total, coalesce(sum(o.duration_ms), 0) as durationMs,
  coalesce(sum(o.size_bytes), 0) as bytes`;

export type CountRequest = Pick<
  PageRequest,
  'search' | 'favouritesOnly' | 'inTrash' | 'collectionId'
>;

export function countLibrary(db: Database, request: CountRequest, nowMs = Date.now()): Sums {
  const query = withPlace(db, compileQuery(db, request.search, nowMs), request);
  const none = { total: 0, durationMs: 0, bytes: 0 };
  if (query.findsNothing) return none;
  const { from, where, values } = matching(query, { isForFacts: true });
  return db.get<Sums>(`select ${sums} from ${from} where ${where}`, ...values) ?? none;
}

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
