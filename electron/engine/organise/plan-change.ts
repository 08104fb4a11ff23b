// From what a person wants to the values that have to change: reads, decides, writes nothing.
import type { ClipChange } from '#shared/contract/organise.ts';
import type { Database, SqlValue } from '../database/database.ts';
import { isItemChange, type ItemChange, planItems } from '../collections/plan-items.ts';
import type { Cell, FieldCell, FieldName } from './cells.ts';
import { openTagBook, tagKey, tagsOf } from '../database/tags.ts';

interface ClipRow {
  readonly sequence: number;
  readonly status: string;
  readonly is_favourite: number;
  readonly rating: number;
  readonly label: string | null;
  readonly title: string;
  readonly notes: string;
  readonly trashed_at: number | null;
}

/** Clips that are not here, and values that are right already, are left out. */
export function planChange(
  db: Database,
  ids: readonly string[],
  change: ClipChange,
  atMs: number,
): Cell[] {
  if (change.type === 'tag') return planTags(db, ids, change);
  if (isItemChange(change)) return planItems(db, ids, change, atMs);
  const { field, value } = fieldOf(change, atMs);
  const cells: FieldCell[] = [];
  for (const id of new Set(ids)) {
    const row = readClip(db, id);
    if (!row || !mayChange(row, change.type)) continue;
    const before = row[field];
    if (before === value) continue;
    cells.push({ kind: 'field', field, sequence: row.sequence, before, after: value });
  }
  return cells;
}

function readClip(db: Database, id: string): ClipRow | undefined {
  return db.get<ClipRow>(
    `select sequence, status, is_favourite, rating, label, title, notes, trashed_at
     from generation where id = ?`,
    id,
  );
}

/** Only what is in the library can be moved to the trash, once. */
function mayChange(row: ClipRow, type: ClipChange['type']): boolean {
  return type !== 'trash' || (row.status === 'ready' && row.trashed_at === null);
}

type FieldChange = Exclude<ClipChange, ItemChange | { readonly type: 'tag' }>;

function fieldOf(
  change: FieldChange,
  atMs: number,
): { readonly field: FieldName; readonly value: SqlValue } {
  switch (change.type) {
    case 'favourite':
      return { field: 'is_favourite', value: change.isFavourite ? 1 : 0 };
    case 'rate':
      return { field: 'rating', value: change.rating };
    case 'label':
      return { field: 'label', value: change.label };
    case 'title':
      return { field: 'title', value: change.title };
    case 'notes':
      return { field: 'notes', value: change.notes };
    case 'trash':
      return { field: 'trashed_at', value: atMs };
    case 'restore':
      return { field: 'trashed_at', value: null };
    default:
      return change satisfies never;
  }
}

function planTags(
  db: Database,
  ids: readonly string[],
  { add, remove }: Extract<ClipChange, { readonly type: 'tag' }>,
): Cell[] {
  const book = openTagBook(db);
  const removed = new Set(remove.map(tagKey));
  const added = new Map(
    add
      .filter((name) => name !== '' && !removed.has(tagKey(name)))
      .map((name) => [tagKey(name), book.find(name)?.name ?? name]),
  );
  const cells: Cell[] = [];
  for (const id of new Set(ids)) {
    const row = readClip(db, id);
    if (!row) continue;
    const { sequence } = row;
    const present = tagsOf(db, sequence);
    const presentKeys = new Set(present.map(tagKey));
    for (const [key, name] of added) {
      if (presentKeys.has(key)) continue;
      cells.push({ kind: 'tag', name, sequence, before: false, after: true });
    }
    for (const name of present) {
      if (!removed.has(tagKey(name))) continue;
      cells.push({ kind: 'tag', name, sequence, before: true, after: false });
    }
  }
  return cells;
}
