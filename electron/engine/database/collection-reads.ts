// Collections and saved searches as rows, and as the interface sees them.
import type { Collection, SavedSearch } from '#shared/contract/collections.ts';
import { sortOrders } from '#shared/contract/sort-orders.ts';
import { collectionIdSchema, outputIdSchema, savedSearchIdSchema } from '#shared/domain/ids.ts';
import { isoTime } from '../clock.ts';
import type { Database } from './database.ts';

export interface CollectionRow {
  readonly sequence: number;
  readonly id: string;
  readonly name: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export function readCollection(db: Database, id: string): CollectionRow | undefined {
  return db.get<CollectionRow>('select * from collection where id = ?', id);
}

/** Its sequence; `null` when it does not exist any more. */
export function findCollection(db: Database, id: string): number | null {
  return readCollection(db, id)?.sequence ?? null;
}

/** As a search says them: "Rain" and "rain" are the same, and two may have one name. */
export function collectionsNamed(db: Database, names: readonly string[]): number[] {
  const wanted = new Set(names.map(nameKey));
  return db
    .all<Pick<CollectionRow, 'sequence' | 'name'>>('select sequence, name from collection')
    .flatMap(({ sequence, name }) => (wanted.has(nameKey(name)) ? [sequence] : []));
}

const nameKey = (name: string) => name.normalize('NFC').toLowerCase();

interface ListedRow extends CollectionRow {
  readonly count: number;
  readonly cover_id: string | null;
}

const inLibrary = `g.status = 'ready' and g.trashed_at is null`;
const listed = `select c.*,
  (select count(*) from collection_item i cross join generation g indexed by clip_facts
     on g.sequence = i.generation_sequence
   where i.collection_sequence = c.sequence and ${inLibrary}) as count,
  (select o.id from collection_item i indexed by collection_in_order
     cross join generation g on g.sequence = i.generation_sequence
     cross join output o on o.generation_sequence = g.sequence and o.position = 0
   where i.collection_sequence = c.sequence and ${inLibrary} and o.poster_path is not null
   order by i.position, i.generation_sequence limit 1) as cover_id
  from collection c`;

export function listCollections(db: Database): Collection[] {
  return db.all<ListedRow>(`${listed} order by c.sequence`).map(toCollection);
}

export function readListed(db: Database, sequence: number): Collection | null {
  const row = db.get<ListedRow>(`${listed} where c.sequence = ?`, sequence);
  return row ? toCollection(row) : null;
}

function toCollection(row: ListedRow): Collection {
  return {
    id: collectionIdSchema.parse(row.id),
    name: row.name,
    count: row.count,
    coverId: row.cover_id === null ? null : outputIdSchema.parse(row.cover_id),
    createdAt: isoTime(row.created_at),
  };
}

interface SavedRow {
  readonly id: string;
  readonly name: string;
  readonly search: string;
  readonly sort: string;
}

export function listSearches(db: Database): SavedSearch[] {
  return db
    .all<SavedRow>('select id, name, search, sort from saved_search order by sequence')
    .map(({ id, name, search, sort }) => ({
      id: savedSearchIdSchema.parse(id),
      name,
      search,
      // one that a later version wrote is the plain one here
      sort: sortOrders.find((order) => order === sort) ?? 'newest',
    }));
}
