// `kling5 list`: what was made and what is being made, newest first.
import type { GenerationId } from '#shared/domain/ids.ts';
import { compileSearch } from '../../engine/library/search-text.ts';
import { type Command, numberOption, textOption } from '../command.ts';
import { type Item, itemLines, toItem } from '../item.ts';
import type { Session } from '../session.ts';

export const list: Command = {
  name: 'list',
  summary: 'Lists generations, newest first',
  usage: '[--search <words>] [--limit <n>] [--offset <n>]',
  options: {
    search: { type: 'string' },
    limit: { type: 'string' },
    offset: { type: 'string' },
  },
  help: ['All words must occur; "quoted words" stand together; the last word may be unfinished.'],
  run: async ({ options, output, openSession }) => {
    const search = textOption(options, 'search') ?? '';
    const limit = numberOption(options, 'limit', { minimum: 1, maximum: 10_000, otherwise: 100 });
    const offset = numberOption(options, 'offset', { minimum: 0, maximum: 1e9, otherwise: 0 });
    const session = await openSession();
    const { total, ids } = find(session, search, limit, offset);
    const items: Item[] = [];
    for (const id of ids)
      items.push(toItem(session, await session.call('generations.get', { id })));
    const words = total === 1 ? '1 generation' : `${total} generations`;
    await output.result({ total, items }, [...items.flatMap(itemLines), words]);
    return 0;
  },
};

function find(
  session: Session,
  search: string,
  limit: number,
  offset: number,
): { readonly total: number; readonly ids: readonly GenerationId[] } {
  const { db } = session.engine.context;
  const match = compileSearch(search);
  if (search.trim() !== '' && match === null) return { total: 0, ids: [] };
  const source =
    match === null
      ? 'generation g'
      : 'generation_search s join generation g on g.sequence = s.rowid';
  const where = match === null ? '' : 'where generation_search match ?';
  const order = match === null ? 'g.sequence' : 's.rowid';
  const values = match === null ? [] : [match];
  const rows = db.all<{ readonly id: GenerationId }>(
    `select g.id from ${source} ${where} order by ${order} desc limit ? offset ?`,
    ...values,
    limit,
    offset,
  );
  const count = db.get<{ readonly total: number }>(
    `select count(*) as total from ${source} ${where}`,
    ...values,
  );
  return { total: count?.total ?? 0, ids: rows.map(({ id }) => id) };
}
