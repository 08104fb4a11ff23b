// Which words of the search index begin with what was typed. Asked for a beginning, FTS5 reads every place of all such words before it
// answers; asked for the words themselves it stops after the first page. Reads the index and changes nothing in it.
import type { Database } from '../database/database.ts';
import { answersOf, keepAnswer, type Words } from './known-words.ts';
import { foldWord } from './search-text.ts';

/** A beginning of more words than these is left to the index. */
export const mostWords = 48;

/** `null` when they are too many, or the index folds the word in its own way. */
export function wordsBeginning(db: Database, typed: string): Words {
  const beginning = foldWord(typed);
  if (beginning === null) return null;
  const { beginnings } = answersOf(db);
  const found = knownWords(beginnings, beginning) ?? { words: readWords(db, beginning) };
  return keepAnswer(db, beginnings, beginning, found.words);
}

/** Of a shorter beginning all words are known that begin with more of it. */
function knownWords(
  known: ReadonlyMap<string, Words>,
  beginning: string,
): { readonly words: Words } | null {
  if (known.has(beginning)) return { words: known.get(beginning) ?? null };
  for (let end = beginning.length - 1; end > 0; end -= 1) {
    const words = known.get(beginning.slice(0, end));
    if (words) return { words: words.filter((word) => word.startsWith(beginning)) };
  }
  return null;
}

function readWords(db: Database, beginning: string): Words {
  db.connection.exec(
    'create virtual table if not exists temp.indexed_word using fts5vocab (main, generation_search, instance)',
  );
  const words: string[] = [];
  let from = beginning;
  for (;;) {
    // The first place of the next word, and no other: the rest of them is what takes long.
    const next = db.get<{ readonly term: string }>(
      'select term from temp.indexed_word where term >= ? limit 1',
      from,
    );
    if (!next?.term.startsWith(beginning)) return words;
    if (words.push(next.term) > mostWords) return null;
    from = `${next.term}\u{1}`;
  }
}
