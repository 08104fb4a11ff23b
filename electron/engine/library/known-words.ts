// What the search indexes answered about words, so that all parts of one search (page, sum, facets, order) ask once. Kept in memory until a
// word is written to them. Words and tags that have gone since do no harm: nothing is found by them.
import type { Database as Connection } from 'better-sqlite3';
import type { Database } from '../database/database.ts';

/** `null` where they are too many. */
export type Words = readonly string[] | null;

export interface Answers {
  /** Words by their beginning. */
  readonly beginnings: Map<string, Words>;
  /** Tags by words of their names. */
  readonly tags: Map<string, readonly number[]>;
}

const mostKept = 200;
const known = new WeakMap<Connection, Answers>();

export function answersOf(db: Database): Answers {
  const kept = known.get(db.connection);
  if (kept) return kept;
  const fresh: Answers = { beginnings: new Map(), tags: new Map() };
  known.set(db.connection, fresh);
  return fresh;
}

/** Returns the answer. A transaction may be taken back, and with it that a word is gone: what is asked within one is not kept. */
export function keepAnswer<A>(db: Database, answers: Map<string, A>, key: string, answer: A): A {
  if (db.connection.inTransaction) return answer;
  if (answers.size >= mostKept) answers.clear();
  answers.set(key, answer);
  return answer;
}

/** To be called when words are written to an index. */
export function forgetAnswers(db: Database): void {
  known.delete(db.connection);
}
