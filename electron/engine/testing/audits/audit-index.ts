// Compares the search index of the library with one that is made anew from the rows, word by word and place by place.
import type { Database } from '../../database/database.ts';
import { segmentText, signOfTag } from '../../library/search-text.ts';

type Say = (what: string, real: unknown, expected: unknown) => void;

/** The index holds the words of each row and no others, as one that is made anew, and is sound in itself. */
export function auditIndex(db: Database, say: Say): void {
  const rows = db.all<IndexedRow>(
    `select g.sequence as id, prompt, title, notes,
       (select json_group_array(tag_id) from generation_tag where generation_sequence = g.sequence) as tags
     from generation g order by g.sequence`,
  );
  say('index', indexedWords(db, 'generation_search'), wordsAnew(db, rows));
  say(
    'first tags',
    db.all('select sequence, first_tag as tag from generation_words order by sequence'),
    db.all(
      `select g.sequence, coalesce((select min(lower(name)) from generation_tag
         join tag on tag.id = tag_id where generation_sequence = g.sequence), char(1114111)) as tag
       from generation g order by g.sequence`,
    ),
  );
  const tags = db.all<{ readonly id: number; readonly name: string }>(
    'select id, name from tag order by id',
  );
  say(
    'index of tags',
    db.all('select rowid as id, name from tag_search order by rowid'),
    tags.map(({ id, name }) => ({ id, name: segmentText(name) })),
  );
  db.run(`insert into generation_search (generation_search, rank) values ('integrity-check', 1)`);
}

interface IndexedRow {
  readonly id: number;
  readonly prompt: string;
  readonly title: string;
  readonly notes: string;
  readonly tags: string;
}

/** Each word with the place where the index has it. */
function indexedWords(db: Database, table: 'generation_search' | 'anew'): unknown[] {
  const schema = table === 'anew' ? 'temp' : 'main';
  db.connection.exec(
    `create virtual table temp.words_seen using fts5vocab (${schema}, ${table}, instance)`,
  );
  const words = db.connection
    .prepare('select term, doc, col, offset from temp.words_seen order by doc, col, offset, term')
    .all();
  db.connection.exec('drop table temp.words_seen');
  return words;
}

function wordsAnew(db: Database, rows: readonly IndexedRow[]): unknown[] {
  db.connection.exec(
    `create virtual table temp.anew using fts5 (prompt, title, notes, tags,
       tokenize = "unicode61 remove_diacritics 2", content = '', columnsize = 0)`,
  );
  const add = db.connection.prepare(
    'insert into temp.anew (rowid, prompt, title, notes, tags) values (?, ?, ?, ?, ?)',
  );
  for (const { id, prompt, title, notes, tags } of rows) {
    const signs = (JSON.parse(tags) as number[]).toSorted((one, other) => one - other);
    const words = [prompt, title, notes].map(segmentText);
    add.run(id, ...words, signs.map(signOfTag).join(' '));
  }
  const words = indexedWords(db, 'anew');
  db.connection.exec('drop table temp.anew');
  return words;
}
