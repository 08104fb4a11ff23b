// Tags by their names. "Rain" and "rain" are one tag, written as it was first.
import type { Database } from './database.ts';

export interface TagRow {
  readonly id: number;
  readonly name: string;
}

/** An archive may bring both spellings: then the exact one comes first. */
export function findTag(db: Database, name: string): TagRow | undefined {
  return db.get<TagRow>(
    'select id, name from tag where name = ? collate nocase order by name = ? desc limit 1',
    name,
    name,
  );
}

export function tagsOf(db: Database, sequence: number): string[] {
  const rows = db.all<{ readonly name: string }>(
    `select tag.name from generation_tag join tag on tag.id = tag_id
     where generation_sequence = ? order by tag.name`,
    sequence,
  );
  return rows.map(({ name }) => name);
}
