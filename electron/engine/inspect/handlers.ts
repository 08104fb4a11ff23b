// The calls that open a kind of data into its rows, and a row into its fields.
import type { DataKind } from '#shared/contract/data.ts';
import type { DataRow } from '#shared/contract/inspect.ts';
import { AppError } from '#shared/errors.ts';
import { createPathHider } from '../archive/export/hidden-paths.ts';
import type { EngineContext, InspectHandlers } from '../engine-context.ts';
import { fileSource } from './file-groups.ts';
import { nameSources } from './name-groups.ts';
import { otherGroups } from './other-tables.ts';
import type { RowSource } from './row-source.ts';
import { readStorage } from './storage.ts';
import { tableGroups } from './table-groups.ts';
import { tableSource } from './table-source.ts';

export function createInspectHandlers(context: EngineContext): InspectHandlers {
  const { db, paths, host, settings, fileIds } = context;
  const hidePaths = createPathHider([
    { path: paths.library, placeholder: '<library>' },
    { path: paths.home, placeholder: '<home>' },
  ]);
  const known = new Map<DataKind, readonly RowSource[]>();
  const sourcesOf = (kind: DataKind): readonly RowSource[] => {
    const sources = known.get(kind) ?? [
      ...[...(tableGroups[kind] ?? []), ...otherGroups(db, kind)].map((group) =>
        tableSource(db, group, hidePaths),
      ),
      ...nameSources({ db, paths, host, settings, hidePaths }, kind),
      ...[fileSource({ paths, fileIds }, kind)].filter((source) => source !== null),
    ];
    known.set(kind, sources);
    return sources;
  };
  return {
    'data.rows': async ({ kind, search, cursor, limit }) => {
      const sources = sourcesOf(kind);
      const words = search.trim().toLowerCase();
      const { items, nextCursor } = await readPage(sources, words, readCursor(cursor), limit);
      return { items, nextCursor, total: cursor === null ? await countAll(sources, words) : null };
    },
    'data.storage': () => readStorage(context),
    'data.record': async ({ kind, id }) => {
      const { source, key } = readPlace(id);
      const fields = key === null ? null : await sourcesOf(kind)[source]?.record(key);
      if (!fields) throw new AppError('not-found', 'This is not here any more.');
      return { fields: [...fields] };
    },
  };
}

async function countAll(sources: readonly RowSource[], search: string): Promise<number> {
  let total = 0;
  for (const source of sources) total += await source.count(search);
  return total;
}

interface Place {
  readonly source: number;
  /** `null`: from the beginning of that source. */
  readonly key: string | null;
}

async function readPage(
  sources: readonly RowSource[],
  search: string,
  from: Place,
  limit: number,
): Promise<{ readonly items: DataRow[]; readonly nextCursor: string | null }> {
  const items: DataRow[] = [];
  let { source: index, key: after } = from;
  for (;;) {
    const source = sources[index];
    if (!source) return { items, nextCursor: null };
    if (items.length === limit) return { items, nextCursor: placeText(index, after) };
    const { rows, next } = await source.page(search, after, limit - items.length);
    for (const { key, ...row } of rows) {
      items.push({ ...row, id: placeText(index, key), group: source.group });
    }
    if (next !== null) return { items, nextCursor: placeText(index, next) };
    index += 1;
    after = null;
  }
}

const placeText = (source: number, key: string | null) => `${source}:${key ?? ''}`;

function readPlace(text: string): Place {
  const at = text.indexOf(':');
  const source = Number(text.slice(0, at));
  if (at < 1 || !Number.isInteger(source) || source < 0) {
    throw new AppError('invalid-input', 'This is no place in a list.');
  }
  const key = text.slice(at + 1);
  return { source, key: key === '' ? null : key };
}

const readCursor = (cursor: string | null): Place =>
  cursor === null ? { source: 0, key: null } : readPlace(cursor);
