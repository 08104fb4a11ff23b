// What goes with a collection: its places first, then itself. The clips stay. Reads, writes nothing.
import type { CollectionRow } from '../database/collection-reads.ts';
import type { Database } from '../database/database.ts';
import type { CollectionCell, ItemCell } from './collection-cells.ts';

interface ItemRow {
  readonly sequence: number;
  readonly position: number;
  readonly addedAt: number;
}

export function planDeletion(
  db: Database,
  collection: CollectionRow,
): (ItemCell | CollectionCell)[] {
  const items = db.all<ItemRow>(
    `select generation_sequence as sequence, position, added_at as addedAt from collection_item
     where collection_sequence = ? order by position, generation_sequence`,
    collection.sequence,
  );
  return [
    ...items.map(({ sequence, position, addedAt }) => ({
      kind: 'item' as const,
      collection: collection.sequence,
      sequence,
      before: { position, addedAt },
      after: null,
    })),
    { kind: 'collection', before: collection, after: null },
  ];
}
