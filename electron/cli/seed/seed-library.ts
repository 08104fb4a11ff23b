// Fills an empty library: the same count and seed give the same rows and files. Small files first, then rows in blocks.
import { type AssetId, assetIdSchema } from '#shared/domain/ids.ts';
import { createIds } from '../../engine/ids.ts';
import { insertAsset } from '../../engine/database/asset-writes.ts';
import type { Database } from '../../engine/database/database.ts';
import { updateGeneration } from '../../engine/database/generation-writes.ts';
import { usePrompt } from '../../engine/database/prompt-writes.ts';
import { indexGeneration } from '../../engine/library/search-index.ts';
import { type Chance, createChance } from './chance.ts';
import { addSampleClip } from './sample-clip.ts';
import {
  sampleStartMs,
  type SampleVideo,
  writeSampleImage,
  writeSampleVideo,
} from './sample-files.ts';

export interface SeedPlace {
  readonly db: Database;
  readonly library: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

export interface SeedOptions {
  readonly count: number;
  readonly seed: number;
}

export interface Seeded {
  readonly files: number;
  readonly assets: number;
  readonly prompts: number;
}

const mostVideos = 240;
const mostImages = 24;
const rowsAtOnce = 2000;

type Words = readonly [string, ...string[]];
const subjects: Words = [
  'neon city',
  'lighthouse',
  'aurora over a fjord',
  'paper lanterns',
  'red dunes',
  'jellyfish',
  'birch forest',
  'old tram',
  'market at night',
  '霓虹城市',
  '静かな海',
  'snow leopard',
];
const moods: Words = [
  'in the rain',
  'at dusk',
  'under stars',
  'in fog',
  'at dawn',
  'in golden light',
];
const cameras: Words = ['slow dolly in', 'aerial shot', 'handheld', 'locked-off', 'orbit', 'macro'];
const tags: Words = ['client', 'draft', 'final', 'reel', 'texture', '夜'];

/** Rejects with `AbortError` when it is stopped; what was written stays. */
export async function seedLibrary(place: SeedPlace, options: SeedOptions): Promise<Seeded> {
  const { db, library, signal, onProgress } = place;
  const chance = createChance(options.seed);
  const ids = createIds((size) => chance.bytes(size));
  const videos: SampleVideo[] = [];
  for (let index = 0; index < Math.min(mostVideos, options.count); index += 1) {
    signal.throwIfAborted();
    videos.push(await writeSampleVideo(library, index, chance, () => ids.make()));
  }
  const assetIds: AssetId[] = [];
  for (let index = 0; index < Math.min(mostImages, options.count); index += 1) {
    const image = await writeSampleImage(library, chance);
    const id = ids.make();
    const kind = { mimeType: 'image/jpeg', width: 640, height: 360, atMs: sampleStartMs };
    insertAsset(db, { ...image, ...kind, id, originalName: `reference ${index + 1}.jpg` });
    assetIds.push(assetIdSchema.parse(id));
  }
  for (const [index, name] of tags.entries()) {
    db.run(
      'insert into tag (id, name, created_at) values (?, ?, ?)',
      index + 1,
      name,
      sampleStartMs,
    );
  }
  const source = { db, chance, makeId: () => ids.make(), videos, assetIds };
  for (let done = 0; done < options.count; done += rowsAtOnce) {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    const end = Math.min(done + rowsAtOnce, options.count);
    db.transaction(() => {
      for (let index = done; index < end; index += 1) addClip(source, index);
    });
    if (end % 10_000 === 0 || end === options.count) onProgress(end);
  }
  const prompts = db.get<{ readonly count: number }>('select count(*) as count from prompt');
  return {
    files: videos.length * 2 + assetIds.length,
    assets: assetIds.length,
    prompts: prompts?.count ?? 0,
  };
}

interface ClipSource {
  readonly db: Database;
  readonly chance: Chance;
  readonly makeId: () => string;
  readonly videos: readonly SampleVideo[];
  readonly assetIds: readonly AssetId[];
}

function addClip({ db, chance, makeId, videos, assetIds }: ClipSource, index: number): void {
  const video = videos[index % videos.length];
  if (!video) return;
  const { aspect, ...file } = video;
  const id = makeId();
  const atMs = sampleStartMs + index * 600_000;
  const scene = 1 + Math.floor(index / 3);
  const prompt = `${chance.pick(subjects)} ${chance.pick(moods)}, ${chance.pick(cameras)}, scene ${scene}`;
  const promptId = usePrompt(db, { text: prompt, generationId: id, atMs });
  const asset = chance.below(10) === 0 ? assetIds[chance.below(assetIds.length)] : undefined;
  const sequence = addSampleClip(db, {
    id,
    outputId: makeId(),
    prompt,
    promptId,
    aspect,
    assetIds: asset === undefined ? [] : [asset],
    atMs,
    file,
  });
  const isTagged = chance.below(8) === 0;
  if (isTagged) {
    db.run('insert into generation_tag values (?, ?)', sequence, 1 + chance.below(tags.length));
  }
  const title = chance.below(6) === 0 ? `${chance.pick(subjects)} ${index + 1}` : '';
  if (title) updateGeneration(db, sequence, { title }, atMs);
  else if (isTagged) indexGeneration(db, sequence);
  if (chance.below(12) === 0) updateGeneration(db, sequence, { isFavourite: true }, atMs);
}
