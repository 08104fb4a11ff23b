// Compares a library with what the model of keeping clips in order says: rows, counts, search in both directions, tags, files.
// Returns what differs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { CollectionId } from '#shared/domain/ids.ts';
import { auditIndex } from './audit-index.ts';
import type { FilledClip } from '../fill-library.ts';
import { vocabulary } from '../models/organise-actions.ts';
import { clipsIn } from '../models/organise-model-collections.ts';
import { type OrganiseModel, tagsOfModel, wordsOfModel } from '../models/organise-model.ts';
import type { TestEngine } from '../start-engine.ts';

export interface OrderedWorld {
  readonly engine: TestEngine;
  readonly clips: readonly FilledClip[];
  readonly model: OrganiseModel;
  /** From the model's collections to the engine's. */
  readonly collections: readonly CollectionId[];
}

type Say = (what: string, real: unknown, expected: unknown) => void;

export async function auditOrder(world: OrderedWorld): Promise<string[]> {
  const problems: string[] = [];
  const say: Say = (what, real, expected) => {
    if (isDeepStrictEqual(real, expected)) return;
    problems.push(`${what}: ${JSON.stringify(real)} instead of ${JSON.stringify(expected)}`);
  };
  await auditClips(world, say);
  await auditLists(world, say);
  await auditTags(world, say);
  await auditCollections(world, say);
  auditIndexes(world, say);
  auditFiles(world, say);
  return problems;
}

async function auditClips({ engine, clips, model }: OrderedWorld, say: Say): Promise<void> {
  for (const [index, { id }] of clips.entries()) {
    const clip = await engine.call('generations.get', { id });
    const expected = model.clips[index];
    const { isFavourite, rating, label, title, notes } = clip;
    say(
      `clip ${index}`,
      {
        isFavourite,
        rating,
        label,
        title,
        notes,
        isTrashed: clip.trashedAt !== null,
        tags: clip.tags.map((name) => name.toLowerCase()).toSorted(),
      },
      {
        isFavourite: expected?.get('isFavourite'),
        rating: expected?.get('rating'),
        label: expected?.get('label'),
        title: expected?.get('title'),
        notes: expected?.get('notes'),
        isTrashed: expected?.get('trashed') !== null,
        tags: expected ? tagsOfModel(expected).toSorted() : [],
      },
    );
  }
}

async function auditLists({ engine, clips, model }: OrderedWorld, say: Say): Promise<void> {
  const isIn = (index: number, inTrash: boolean) =>
    !model.unfinished.has(index) && (model.clips[index]?.get('trashed') !== null) === inTrash;
  const every = clips.map((_, index) => index).toReversed(); // newest first
  for (const inTrash of [false, true]) {
    const present = every.filter((index) => isIn(index, inTrash));
    for (const word of ['', ...vocabulary]) {
      const search = word === '' ? '' : `${word} `;
      const { items } = await engine.call('library.page', { search, inTrash });
      const found = items.map(({ id }) => clips.findIndex((clip) => clip.id === id));
      const expected = present.filter(
        (index) => word === '' || wordsOfModel(model, index).has(word.toLowerCase()),
      );
      const where = `“${word}” in the ${inTrash ? 'trash' : 'library'}`;
      say(where, found, expected);
      const { total } = await engine.call('library.count', { search, inTrash });
      say(`count of ${where}`, total, expected.length);
    }
    const { items } = await engine.call('library.page', { favouritesOnly: true, inTrash });
    const favourites = present.filter((index) => model.clips[index]?.get('isFavourite') === true);
    say('favourites', items.length, favourites.length);
  }
  const counts = await engine.call('library.counts', {});
  say(
    'counts',
    [counts.clips, counts.trash],
    [
      every.filter((index) => isIn(index, false)).length,
      every.filter((index) => isIn(index, true)).length,
    ],
  );
}

async function auditTags({ engine, model }: OrderedWorld, say: Say): Promise<void> {
  const expected = new Map<string, number>();
  for (const name of model.clips.flatMap(tagsOfModel)) {
    expected.set(name, (expected.get(name) ?? 0) + 1);
  }
  const { items } = await engine.call('tags.list', {});
  const real = new Map(items.map(({ name, count }) => [name.toLowerCase(), count]));
  say('tags', real, expected);
  const { tags } = engine.engine.context.db.get<{ tags: number }>(
    'select count(*) as tags from tag',
  ) ?? { tags: -1 };
  say('rows of tags', tags, expected.size);
}

async function auditCollections(world: OrderedWorld, say: Say): Promise<void> {
  const { engine, clips, model, collections } = world;
  const isIn = (index: number) =>
    !model.unfinished.has(index) && model.clips[index]?.get('trashed') === null;
  const { items } = await engine.call('collections.list', {});
  const expected = collections.flatMap((id, at) => {
    const name = model.collections[at] ?? null;
    return name === null ? [] : [{ id, name, count: clipsIn(model, at).filter(isIn).length }];
  });
  say(
    'collections',
    items.map(({ id, name, count }) => ({ id, name, count })),
    expected,
  );
  for (const [at, collectionId] of collections.entries()) {
    const page = await engine.call('library.page', { collectionId, sort: 'manual' });
    const found = page.items.map(({ id }) => clips.findIndex((clip) => clip.id === id));
    const isThere = (model.collections[at] ?? null) !== null;
    say(`collection ${at}`, found, isThere ? clipsIn(model, at).filter(isIn) : []);
  }
}

function auditIndexes({ engine }: OrderedWorld, say: Say): void {
  const { db } = engine.engine.context;
  auditIndex(db, say);
  say('integrity', db.connection.pragma('integrity_check', { simple: true }), 'ok');
  say('strays', db.connection.pragma('foreign_key_check'), []);
}

/** To keep order moves, changes and removes no file. */
function auditFiles({ engine, clips }: OrderedWorld, say: Say): void {
  const files = readdirSync(join(engine.library, 'videos')).toSorted();
  say(
    'files',
    files.map((name) => [name, readFileSync(join(engine.library, 'videos', name), 'utf8')]),
    clips.map(({ file, prompt }) => [file.replace('videos/', ''), prompt]),
  );
}
