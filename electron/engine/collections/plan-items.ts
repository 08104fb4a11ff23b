// Which places change when clips come into a collection, leave it or are put elsewhere in it: reads, decides, writes nothing.
import type { ClipChange } from '#shared/contract/organise.ts';
import { findCollection } from '../database/collection-reads.ts';
import type { Database } from '../database/database.ts';
import type { ItemCell, Place } from './collection-cells.ts';

export type ItemChange = Extract<ClipChange, { readonly collectionId: string }>;

export function isItemChange(change: ClipChange): change is ItemChange {
  return 'collectionId' in change;
}

interface Item extends Place {
  readonly sequence: number;
}

/** Nothing, when the collection does not exist any more. */
export function planItems(
  db: Database,
  ids: readonly string[],
  change: ItemChange,
  atMs: number,
): ItemCell[] {
  const collection = findCollection(db, change.collectionId);
  if (collection === null) return [];
  const wanted = sequencesOf(db, ids);
  const items = readItems(db, collection);
  switch (change.type) {
    case 'collect':
      return addAtEnd(collection, items, wanted, atMs);
    case 'uncollect': {
      const gone = new Set(wanted);
      return items
        .filter(({ sequence }) => gone.has(sequence))
        .map((item) => cell(collection, item.sequence, item, null));
    }
    case 'arrange': {
      const [before] = change.before === null ? [] : sequencesOf(db, [change.before]);
      return move(collection, items, new Set(wanted), before ?? null);
    }
    default:
      return change satisfies never;
  }
}

/** In the order in which they are given; each once. */
function sequencesOf(db: Database, ids: readonly string[]): number[] {
  const rows = db.all<{ readonly sequence: number }>(
    `select g.sequence from json_each(?) wanted join generation g on g.id = wanted.value
     order by wanted.key`,
    JSON.stringify([...new Set(ids)]),
  );
  return rows.map(({ sequence }) => sequence);
}

function readItems(db: Database, collection: number): Item[] {
  return db.all<Item>(
    `select generation_sequence as sequence, position, added_at as addedAt from collection_item
     where collection_sequence = ? order by position, generation_sequence`,
    collection,
  );
}

function cell(
  collection: number,
  sequence: number,
  before: Place | null,
  after: Place | null,
): ItemCell {
  const plain = (place: Place | null) =>
    place && { position: place.position, addedAt: place.addedAt };
  return { kind: 'item', collection, sequence, before: plain(before), after: plain(after) };
}

function addAtEnd(
  collection: number,
  items: readonly Item[],
  wanted: readonly number[],
  atMs: number,
): ItemCell[] {
  const present = new Set(items.map(({ sequence }) => sequence));
  const last = items.at(-1)?.position ?? 0;
  return wanted
    .filter((sequence) => !present.has(sequence))
    .map((sequence, index) =>
      cell(collection, sequence, null, { position: last + 1 + index, addedAt: atMs }),
    );
}

/** Below this there may be no number between two places. */
const leastGap = 1e-6;

/** The clips that move keep their order among themselves. */
function move(
  collection: number,
  items: readonly Item[],
  moving: ReadonlySet<number>,
  before: number | null,
): ItemCell[] {
  const moved = items.filter(({ sequence }) => moving.has(sequence));
  const stays = items.filter(({ sequence }) => !moving.has(sequence));
  const at = placeOf(items, stays, moving, before);
  const order = [...stays.slice(0, at), ...moved, ...stays.slice(at)];
  if (order.every((item, index) => item === items[index])) return [];
  const low = stays[at - 1]?.position ?? (stays[at]?.position ?? 1) - moved.length - 1;
  const high = stays[at]?.position ?? low + moved.length + 1;
  const gap = (high - low) / (moved.length + 1);
  if (gap < leastGap) return numberAnew(collection, order);
  return moved.map((item, index) =>
    cell(collection, item.sequence, item, { ...item, position: low + gap * (index + 1) }),
  );
}

/** Where among those that stay; before one that moves itself is before the next that stays. */
function placeOf(
  items: readonly Item[],
  stays: readonly Item[],
  moving: ReadonlySet<number>,
  before: number | null,
): number {
  const from = before === null ? -1 : items.findIndex(({ sequence }) => sequence === before);
  if (from === -1) return stays.length;
  const next = items.slice(from).find(({ sequence }) => !moving.has(sequence));
  return next ? stays.indexOf(next) : stays.length;
}

function numberAnew(collection: number, order: readonly Item[]): ItemCell[] {
  return order.flatMap((item, index) =>
    item.position === index + 1
      ? []
      : [cell(collection, item.sequence, item, { ...item, position: index + 1 })],
  );
}
