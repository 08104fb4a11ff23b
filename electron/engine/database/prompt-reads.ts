// The prompt history, last used first.
import { compileSearch } from '../library/search-text.ts';
import type { Database } from './database.ts';

export interface PromptRow {
  readonly id: number;
  readonly text: string;
  readonly useCount: number;
  readonly lastUsedAt: number;
  readonly lastGenerationId: string | null;
}

const columns = `p.id, p.text, p.use_count as useCount, p.last_used_at as lastUsedAt,
  p.last_generation_id as lastGenerationId`;
const order = 'order by p.last_used_at desc, p.id desc limit ?';

export function listPrompts(db: Database, search: string, limit: number): PromptRow[] {
  const match = compileSearch(search);
  return match === null
    ? db.all<PromptRow>(`select ${columns} from prompt p ${order}`, limit)
    : db.all<PromptRow>(
        `select ${columns} from prompt_search s join prompt p on p.id = s.rowid
         where prompt_search match ? ${order}`,
        match,
        limit,
      );
}

export function countPrompts(db: Database, search: string): number {
  const match = compileSearch(search);
  const row =
    match === null
      ? db.get<{ readonly count: number }>('select count(*) as count from prompt')
      : db.get<{ readonly count: number }>(
          'select count(*) as count from prompt_search where prompt_search match ?',
          match,
        );
  return row?.count ?? 0;
}
