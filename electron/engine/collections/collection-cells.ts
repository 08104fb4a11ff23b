// The smallest parts of a change of collections: one clip at one place in one collection, and one collection itself. Each is applied
// in both directions, and only where things still are as it found or left them.
import type { Database } from '../database/database.ts';
import type { CollectionRow } from '../database/collection-reads.ts';

export interface Place {
  readonly position: number;
  readonly addedAt: number;
}

export interface ItemCell {
  readonly kind: 'item';
  readonly collection: number;
  /** Of the clip. */
  readonly sequence: number;
  /** `null`: not in it. */
  readonly before: Place | null;
  readonly after: Place | null;
}

export interface CollectionCell {
  readonly kind: 'collection';
  /** `null`: it does not exist. */
  readonly before: CollectionRow | null;
  readonly after: CollectionRow | null;
}

/** Returns whether anything is different now. */
export function setItem(
  db: Database,
  { collection, sequence }: ItemCell,
  from: Place | null,
  to: Place | null,
): boolean {
  if (from === null && to === null) return false;
  if (to === null) {
    const sql = `delete from collection_item
      where collection_sequence = ? and generation_sequence = ? and position = ?`;
    return db.run(sql, collection, sequence, from?.position ?? null).changes > 0;
  }
  if (from === null) {
    const sql = `insert into collection_item
      select c.sequence, g.sequence, ?, ? from collection c, generation g
      where c.sequence = ? and g.sequence = ? on conflict do nothing`;
    return db.run(sql, to.position, to.addedAt, collection, sequence).changes > 0;
  }
  const sql = `update collection_item set position = ?
    where collection_sequence = ? and generation_sequence = ? and position = ?`;
  return db.run(sql, to.position, collection, sequence, from.position).changes > 0;
}

/** One with clips in it is never taken away by taking back that it was made. */
export function setCollection(
  db: Database,
  from: CollectionRow | null,
  to: CollectionRow | null,
): boolean {
  if (to === null) {
    const sql = `delete from collection where sequence = ? and name = ?
      and not exists (select 1 from collection_item where collection_sequence = collection.sequence)`;
    return db.run(sql, from?.sequence ?? null, from?.name ?? null).changes > 0;
  }
  if (from === null) {
    const { sequence, id, name, created_at, updated_at } = to;
    const sql = 'insert into collection values (?, ?, ?, ?, ?) on conflict do nothing';
    return db.run(sql, sequence, id, name, created_at, updated_at).changes > 0;
  }
  const sql = 'update collection set name = ?, updated_at = ? where sequence = ? and name = ?';
  return db.run(sql, to.name, to.updated_at, to.sequence, from.name).changes > 0;
}
