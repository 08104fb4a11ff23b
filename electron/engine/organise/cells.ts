// The smallest parts of a change: one value of one clip, as it was and as it becomes. A step of many clips is a list of these, and
// to take it back is to apply the same list the other way round.
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
export type Cell = FieldCell | TagCell;

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
    const reworded = new Set<number>();
    const tags = new Set<number>();
    const book = openTagBook(db);
    for (const cell of cells) {
      const [from, to] = direction === 'do' ? [cell.before, cell.after] : [cell.after, cell.before];
      const isChanged =
        cell.kind === 'field'
          ? setField(db, cell, from as SqlValue, to as SqlValue)
          : setTag(db, cell.sequence, book.findOrAdd(cell.name, atMs).id, to === true);
      if (cell.kind === 'tag') tags.add(book.findOrAdd(cell.name, atMs).id);
      if (!isChanged) continue;
      touched.add(cell.sequence);
      if (isWord(cell)) reworded.add(cell.sequence);
    }
    for (const id of tags) removeIfUnused(db, id);
    for (const sequence of reworded) indexGeneration(db, sequence);
    for (const sequence of touched) {
      db.run('update generation set updated_at = ? where sequence = ?', atMs, sequence);
    }
    return touched.size;
  });
}

function isWord(cell: Cell): boolean {
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
