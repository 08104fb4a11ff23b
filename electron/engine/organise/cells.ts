// The smallest parts of a change: one value of one clip, as it was and as it becomes. A step of many clips is a list of these, and
// to take it back is to apply the same list the other way round.
import {
  type CollectionCell,
  type ItemCell,
  setCollection,
  setItem,
} from '../collections/collection-cells.ts';
import type { Database, SqlValue } from '../database/database.ts';
import { indexGeneration } from '../library/search-index.ts';
import { openTagBook } from '../database/tags.ts';

export type FieldName = 'is_favourite' | 'rating' | 'label' | 'title' | 'notes' | 'trashed_at';

export interface FieldCell {
  readonly kind: 'field';
  readonly field: FieldName;
  readonly sequence: number;
  readonly before: SqlValue;
  readonly after: SqlValue;
}
export interface TagCell {
  readonly kind: 'tag';
  /** By name: the row of a tag goes with its last clip. */
  readonly name: string;
  readonly sequence: number;
  readonly before: boolean;
  readonly after: boolean;
}
export type Cell = FieldCell | TagCell | ItemCell | CollectionCell;

export type Direction = 'do' | 'undo';

/**
 * In one transaction. A value that is no longer what this change found (or left, for undo) was changed by somebody else since, and
 * stays. Returns how many clips are different now.
 */
export function applyCells(
  db: Database,
  cells: readonly Cell[],
  direction: Direction,
  atMs: number,
): number {
  return db.transaction(() => {
    const touched = new Set<number>();
    /** Without those that were only put into collections: that is nothing about the clip itself. */
    const changed = new Set<number>();
    const reworded = new Set<number>();
    const tags = new Set<number>();
    const book = openTagBook(db);
    // a collection is there before its clips, and goes after them
    for (const cell of direction === 'do' ? cells : cells.toReversed()) {
      if (cell.kind === 'item' || cell.kind === 'collection') {
        const collected = applyCollectionCell(db, cell, direction);
        if (collected !== null) touched.add(collected);
        continue;
      }
      const [from, to] = direction === 'do' ? [cell.before, cell.after] : [cell.after, cell.before];
      const isChanged =
        cell.kind === 'field'
          ? setField(db, cell, from as SqlValue, to as SqlValue)
          : setTag(db, cell.sequence, book.findOrAdd(cell.name, atMs).id, to === true);
      if (cell.kind === 'tag') tags.add(book.findOrAdd(cell.name, atMs).id);
      if (!isChanged) continue;
      touched.add(cell.sequence);
      changed.add(cell.sequence);
      if (isWord(cell)) reworded.add(cell.sequence);
    }
    for (const id of tags) removeIfUnused(db, id);
    // In their own order: the index collects what it has to write, and writes it out each time that a row comes before the last one.
    const inOrder = [...reworded].sort((one, other) => one - other);
    for (const sequence of inOrder) indexGeneration(db, sequence);
    for (const sequence of changed) {
      db.run('update generation set updated_at = ? where sequence = ?', atMs, sequence);
    }
    return touched.size;
  });
}

/** The clip that is elsewhere now. */
function applyCollectionCell(
  db: Database,
  cell: ItemCell | CollectionCell,
  direction: Direction,
): number | null {
  const isDone = direction === 'do';
  if (cell.kind === 'collection') {
    if (isDone) setCollection(db, cell.before, cell.after);
    else setCollection(db, cell.after, cell.before);
    return null;
  }
  const isChanged = isDone
    ? setItem(db, cell, cell.before, cell.after)
    : setItem(db, cell, cell.after, cell.before);
  return isChanged ? cell.sequence : null;
}

function isWord(cell: FieldCell | TagCell): boolean {
  return cell.kind === 'tag' || cell.field === 'title' || cell.field === 'notes';
}

function setField(db: Database, cell: FieldCell, from: SqlValue, to: SqlValue): boolean {
  const { changes } = db.run(
    `update generation set ${cell.field} = ? where sequence = ? and ${cell.field} is ?`,
    to,
    cell.sequence,
    from,
  );
  return changes > 0;
}

function setTag(db: Database, sequence: number, tagId: number, isOn: boolean): boolean {
  const { changes } = isOn
    ? db.run(
        `insert into generation_tag (generation_sequence, tag_id)
         select sequence, ? from generation where sequence = ? on conflict do nothing`,
        tagId,
        sequence,
      )
    : db.run(
        'delete from generation_tag where generation_sequence = ? and tag_id = ?',
        sequence,
        tagId,
      );
  return changes > 0;
}

function removeIfUnused(db: Database, id: number): void {
  db.run(
    `delete from tag where id = ?
     and not exists (select 1 from generation_tag where tag_id = tag.id)`,
    id,
  );
}
