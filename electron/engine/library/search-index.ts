// Keeps the search index in step with its rows. To be called in the transaction that changes them.
import type { Database } from '../database/database.ts';
import { forgetAnswers } from './known-words.ts';
import { segmentText, signOfTag } from './search-text.ts';

interface Words {
  readonly prompt: string;
  readonly title: string;
  readonly notes: string;
  /** Signs of the tags. */
  readonly tags: string;
}

/** After a change of prompt, title, notes or tags. With its generation all of it goes by itself. */
export function indexGeneration(db: Database, sequence: number): void {
  const words = readWords(db, sequence);
  if (!words) return;
  const known = readIndexed(db, sequence);
  const isReworded =
    known?.prompt !== words.prompt || known.title !== words.title || known.notes !== words.notes;
  const parts = { isReworded, isRetagged: known?.tags !== words.tags };
  if (!parts.isReworded && !parts.isRetagged) return;
  // All that goes before all that comes: the index would write itself out in between.
  if (known) takeOut(db, sequence, known, parts);
  if (parts.isReworded) forgetAnswers(db);
  putIn(db, sequence, words, parts);
  db.run(
    `insert into generation_words (sequence, prompt, title, notes, tags, first_tag) values (?, ?, ?, ?, ?, ?)
     on conflict (sequence) do update set prompt = excluded.prompt, title = excluded.title,
       notes = excluded.notes, tags = excluded.tags, first_tag = excluded.first_tag`,
    sequence,
    words.prompt,
    words.title,
    words.notes,
    words.tags,
    firstTag(db, sequence),
  );
}

/** Where a clip without a tag stands: after all that have one. */
const noTag = '\u{10FFFF}';

function firstTag(db: Database, sequence: number): string {
  const row = db.get<{ readonly name: string | null }>(
    `select min(lower(tag.name)) as name from generation_tag gt join tag on tag.id = gt.tag_id
     where gt.generation_sequence = ?`,
    sequence,
  );
  return row?.name ?? noTag;
}

function readWords(db: Database, sequence: number): Words | undefined {
  const row = db.get<Omit<Words, 'tags'>>(
    'select prompt, title, notes from generation where sequence = ?',
    sequence,
  );
  if (!row) return undefined;
  const tags = db.all<{ readonly id: number }>(
    'select tag_id as id from generation_tag where generation_sequence = ? order by tag_id',
    sequence,
  );
  return {
    prompt: segmentText(row.prompt),
    title: segmentText(row.title),
    notes: segmentText(row.notes),
    tags: tags.map(({ id }) => signOfTag(id)).join(' '),
  };
}

/** What the index has of a clip: it keeps no copy, and can only take out what it is told exactly. */
function readIndexed(db: Database, sequence: number): Words | undefined {
  return db.get<Words>(
    'select prompt, title, notes, tags from generation_words where sequence = ?',
    sequence,
  );
}

/** The two parts of a row that have no word in common. */
interface Parts {
  readonly isReworded: boolean;
  readonly isRetagged: boolean;
}

function takeOut(db: Database, sequence: number, words: Words, parts: Parts): void {
  db.run(
    `insert into generation_search (generation_search, rowid, prompt, title, notes, tags)
     values ('delete', ?, ?, ?, ?, ?)`,
    sequence,
    ...columnsOf(words, parts),
  );
}

function putIn(db: Database, sequence: number, words: Words, parts: Parts): void {
  db.run(
    'insert into generation_search (rowid, prompt, title, notes, tags) values (?, ?, ?, ?, ?)',
    sequence,
    ...columnsOf(words, parts),
  );
}

function columnsOf({ prompt, title, notes, tags }: Words, { isReworded, isRetagged }: Parts) {
  const text = isReworded ? [prompt, title, notes] : ['', '', ''];
  return [...text, isRetagged ? tags : ''];
}

/** After a tag was added; its removal is followed by itself. */
export function indexTag(db: Database, id: number, name: string): void {
  forgetAnswers(db);
  db.run('insert into tag_search (rowid, name) values (?, ?)', id, segmentText(name));
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
