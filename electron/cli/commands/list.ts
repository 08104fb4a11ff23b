// `kling5 list`: what was made and what is being made, newest first.
import type { GenerationId } from '#shared/domain/ids.ts';
import { parseQuery } from '#shared/domain/query/parse-query.ts';
import { compileQuery } from '../../engine/database/library-query.ts';
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
  help: [
    'All words must occur; "quoted words" stand together; the last word may be unfinished; -word must not occur.',
    'Filters: model: tag: label: ratio:16:9 resolution:1080p duration:>5 rating:>=4 before:2026-06 after:2026-06-01 on:today',
    'is:favourite is:good is:trashed is:portrait has:notes made-with:image. A minus before a filter turns it round; commas mean "or".',
  ],
  run: async ({ options, output, openSession }) => {
    const search = textOption(options, 'search') ?? '';
    const limit = numberOption(options, 'limit', { minimum: 1, maximum: 100_000, otherwise: 100 });
    const offset = numberOption(options, 'offset', { minimum: 0, maximum: 1e9, otherwise: 0 });
    for (const { part, reason } of parseQuery(search).problems) {
      output.note(
        reason === 'no-value'
          ? `${part} has no value and is passed over.`
          : `${part} is no filter and is searched as text. "kling5 help list" shows them.`,
      );
    }
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
  const { db, clock } = session.engine.context;
  const query = compileQuery(db, search, clock.now());
  if (query.saysNothing) return { total: 0, ids: [] };
  const { match } = query;
  const output = 'left join output o on o.generation_sequence = g.sequence and o.position = 0';
  const source =
    match === null
      ? `generation g ${output}`
      : `generation_search s cross join generation g on g.sequence = s.rowid ${output}`;
  const order = match === null ? 'g.sequence' : 's.rowid';
  const conditions = [
    ...(match === null ? [] : ['generation_search match ?']),
    ...(query.isOfTrash ? ['g.trashed_at is not null'] : []),
    ...query.conditions.map(({ sql }) => sql),
  ];
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  const values = [
    ...(match === null ? [] : [match]),
    ...query.conditions.flatMap((condition) => condition.values),
  ];
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
