// The calls for collections and saved searches. What a collection holds is changed with the clips; every change of a collection goes
// through the undo book.
import { mostCollections, mostSavedSearches } from '#shared/domain/collections.ts';
import { savedSearchIdSchema } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import {
  type CollectionRow,
  listCollections,
  listSearches,
  readCollection,
  readListed,
} from '../database/collection-reads.ts';
import type { Database } from '../database/database.ts';
import type { CollectionsHandlers } from '../engine-context.ts';
import type { Ids } from '../ids.ts';
import type { UndoBook } from '../organise/undo-book.ts';
import { planDeletion } from './plan-deletion.ts';

export interface CollectionsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly undo: UndoBook;
}

export function createCollectionsHandlers(
  deps: CollectionsDeps,
  changed: () => void,
): CollectionsHandlers {
  const { db, clock, undo } = deps;
  const told = <S>(step: S) => {
    if (step !== null) changed();
    return { step };
  };
  return {
    'collections.list': () => ({ items: listCollections(db) }),
    'collections.create': ({ name }) => {
      const row = newCollection(deps, name);
      const step = undo.run('create-collection', [
        { kind: 'collection', before: null, after: row },
      ]);
      const collection = readListed(db, row.sequence);
      if (!collection) throw new AppError('internal', 'The collection was not made');
      return { ...told(step), collection };
    },
    'collections.rename': ({ id, name }) => {
      const before = requireCollection(db, id);
      if (before.name === name) return { step: null };
      const after = { ...before, name, updated_at: clock.now() };
      return told(undo.run('rename-collection', [{ kind: 'collection', before, after }]));
    },
    'collections.delete': ({ id }) =>
      told(undo.run('delete-collection', planDeletion(db, requireCollection(db, id)))),
    'searches.list': () => ({ items: listSearches(db) }),
    'searches.save': ({ id, ...search }) => {
      const saved = saveSearch(deps, id ?? deps.ids.make(), search);
      changed();
      return saved;
    },
    'searches.delete': ({ id }) => {
      db.run('delete from saved_search where id = ?', id);
      db.checkpoint();
      changed();
      return {};
    },
  };
}

function requireCollection(db: Database, id: string): CollectionRow {
  const row = readCollection(db, id);
  if (!row) throw new AppError('not-found', 'This collection does not exist any more.');
  return row;
}

function newCollection({ db, ids, clock }: CollectionsDeps, name: string): CollectionRow {
  refuseAbove(db, 'collection', mostCollections);
  const last =
    db.get<{ readonly seq: number }>(`select seq from sqlite_sequence where name = 'collection'`)
      ?.seq ?? 0;
  const now = clock.now();
  return { sequence: last + 1, id: ids.make(), name, created_at: now, updated_at: now };
}

function saveSearch(
  { db, clock }: CollectionsDeps,
  id: string,
  { name, search, sort }: Omit<ReturnType<typeof listSearches>[number], 'id'>,
) {
  refuseAbove(db, 'saved_search', mostSavedSearches);
  db.run(
    `insert into saved_search (id, name, search, sort, created_at) values (?, ?, ?, ?, ?)
     on conflict (id) do update set name = excluded.name, search = excluded.search, sort = excluded.sort`,
    id,
    name,
    search,
    sort,
    clock.now(),
  );
  return { id: savedSearchIdSchema.parse(id), name, search, sort };
}

function refuseAbove(db: Database, table: 'collection' | 'saved_search', most: number): void {
  const { count } = db.get<{ readonly count: number }>(
    `select count(*) as count from ${table}`,
  ) ?? {
    count: 0,
  };
  if (count >= most) {
    throw new AppError('conflict', `There are ${most} of these already. Delete one first.`);
  }
}
