// Keeps the search index in step with its rows. To be called in the transaction that changes them.
import type { Database } from '../database/database.ts';
import { segmentText } from './search-text.ts';

interface SearchableRow {
  readonly prompt: string;
  readonly title: string;
  readonly notes: string;
  readonly tags: string | null;
}

/** After a change of prompt, title, notes or tags. */
export function indexGeneration(db: Database, sequence: number): void {
  const row = db.get<SearchableRow>(
    `select prompt, title, notes,
       (select group_concat(tag.name, ' ') from generation_tag join tag on tag.id = tag_id
        where generation_sequence = sequence) as tags
     from generation where sequence = ?`,
    sequence,
  );
  removeFromIndex(db, sequence);
  if (!row) return;
  db.run(
    'insert into generation_search (rowid, prompt, title, notes, tags) values (?, ?, ?, ?, ?)',
    sequence,
    segmentText(row.prompt),
    segmentText(row.title),
    segmentText(row.notes),
    segmentText(row.tags ?? ''),
  );
}

/** With the deletion of a generation. */
export function removeFromIndex(db: Database, sequence: number): void {
  db.run('delete from generation_search where rowid = ?', sequence);
}

interface SavedRow {
  readonly title: string;
  readonly text: string;
  readonly tags: string | null;
}

/** After any change of what is kept by name. */
export function indexSavedPrompt(db: Database, sequence: number): void {
  const row = db.get<SavedRow>(
    `select title, text, (select group_concat(value, ' ') from json_each(tags)) as tags
     from saved_prompt where sequence = ?`,
    sequence,
  );
  db.run('delete from saved_prompt_search where rowid = ?', sequence);
  if (!row) return;
  db.run(
    'insert into saved_prompt_search (rowid, title, text, tags) values (?, ?, ?, ?)',
    sequence,
    segmentText(row.title),
    segmentText(row.text),
    segmentText(row.tags ?? ''),
  );
}

export function indexPrompt(db: Database, id: number): void {
  const row = db.get<{ readonly text: string }>('select text from prompt where id = ?', id);
  removePromptFromIndex(db, id);
  if (row) {
    db.run('insert into prompt_search (rowid, text) values (?, ?)', id, segmentText(row.text));
  }
}

export function removePromptFromIndex(db: Database, id: number): void {
  db.run('delete from prompt_search where rowid = ?', id);
}
