// Fills an empty library: the same count and seed give the same rows and files. Small files first, then rows in blocks.
import { type AssetId, assetIdSchema } from '#shared/domain/ids.ts';
import { insertAsset } from '../../engine/database/asset-writes.ts';
import type { Database } from '../../engine/database/database.ts';
import { indexTag } from '../../engine/library/search-index.ts';
import { createIds } from '../../engine/ids.ts';
import { type Chance, createChance } from './chance.ts';
import { writeSampleImage, writeSampleVideos } from './sample-files.ts';
import { addCollections } from './sample-collections.ts';
import { createStory } from './sample-story.ts';
import { tags } from './sample-words.ts';

export interface SeedPlace {
  readonly db: Database;
  readonly library: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

export interface SeedOptions {
  readonly count: number;
  readonly seed: number;
  /** Distinct videos; 0 leaves it to the count. */
  readonly videos: number;
}

export interface Seeded {
  readonly files: number;
  readonly assets: number;
  readonly prompts: number;
  /** In the library; the others are in the trash or have ended without a result. */
  readonly clips: number;
  readonly trash: number;
}

const fewestVideos = 6;
const mostVideos = 240;
const clipsForEachVideo = 425;
const mostImages = 24;
const rowsAtOnce = 2000;
/** When the newest of them is said to be made; the others lie in the three years before, or less when there are few. */
const endMs = Date.parse('2026-11-20T18:00:00Z');

/** Rejects with `AbortError` when it is stopped; what was written stays. */
export async function seedLibrary(place: SeedPlace, options: SeedOptions): Promise<Seeded> {
  const { db, library, signal, onProgress } = place;
  const { count } = options;
  const chance = createChance(options.seed);
  const ids = createIds((size) => chance.bytes(size));
  const makeId = () => ids.make();
  const days = Math.min(1100, Math.ceil(count / 9));
  const startMs = endMs - days * 86_400_000;
  const videos = await writeSampleVideos(
    { library, signal, makeId, startMs },
    options.videos || Math.min(count, usualVideos(count)),
    chance,
  );
  const assetIds = await addImages(place, Math.min(mostImages, count), { chance, makeId, startMs });
  addTags(db, startMs);
  const story = createStory({ db, chance, makeId, videos, assetIds, startMs, days, count });
  for (let done = 0; done < count; done += rowsAtOnce) {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    const end = Math.min(done + rowsAtOnce, count);
    db.transaction(() => {
      for (let index = done; index < end; index += 1) story.addClip(index);
    });
    if (end % 10_000 === 0 || end === count) onProgress(end);
  }
  addCollections(db, { chance, makeId, startMs });
  return {
    files: videos.length * 2 + assetIds.length,
    assets: assetIds.length,
    prompts: countRows(db, 'prompt'),
    clips: countRows(db, "generation where status = 'ready' and trashed_at is null"),
    trash: countRows(db, 'generation where trashed_at is not null'),
  };
}

const usualVideos = (count: number) =>
  Math.min(mostVideos, fewestVideos + Math.floor(count / clipsForEachVideo));

interface ImageSource {
  readonly chance: Chance;
  readonly makeId: () => string;
  readonly startMs: number;
}

async function addImages(
  { db, library }: SeedPlace,
  count: number,
  { chance, makeId, startMs }: ImageSource,
): Promise<AssetId[]> {
  const assetIds: AssetId[] = [];
  for (let index = 0; index < count; index += 1) {
    const image = await writeSampleImage(library, chance);
    const id = makeId();
    const kind = { mimeType: 'image/jpeg', width: 640, height: 360, atMs: startMs };
    insertAsset(db, { ...image, ...kind, id, originalName: `reference ${index + 1}.jpg` });
    assetIds.push(assetIdSchema.parse(id));
  }
  return assetIds;
}

function addTags(db: Database, startMs: number): void {
  for (const [index, name] of tags.entries()) {
    db.run('insert into tag (id, name, created_at) values (?, ?, ?)', index + 1, name, startMs);
    indexTag(db, index + 1, name);
  }
}

function countRows(db: Database, from: string): number {
  return db.get<{ readonly count: number }>(`select count(*) as count from ${from}`)?.count ?? 0;
}
