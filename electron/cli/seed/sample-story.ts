// The years of somebody who makes clips: presses of Generate with one to four takes, on some days more than on others; what they kept,
// rated, named and threw away.
import { labels } from '#shared/domain/clip-change.ts';
import type { AssetId } from '#shared/domain/ids.ts';
import type { Database } from '../../engine/database/database.ts';
import { usePrompt } from '../../engine/database/prompt-writes.ts';
import { indexGeneration } from '../../engine/library/search-index.ts';
import type { Chance } from './chance.ts';
import { addSampleClip, type SampleModel } from './sample-clip.ts';
import type { SampleVideo } from './sample-files.ts';
import { type Scene, scenes } from './sample-scenes.ts';
import { makeNotes, makePrompt, makeTags, makeTitle } from './sample-words.ts';

export interface StorySource {
  readonly db: Database;
  readonly chance: Chance;
  readonly makeId: () => string;
  readonly videos: readonly SampleVideo[];
  readonly assetIds: readonly AssetId[];
  readonly startMs: number;
  readonly days: number;
  readonly count: number;
}

export interface Story {
  addClip(index: number): void;
}

const models: readonly [SampleModel, ...SampleModel[]] = [
  { id: 'kling-3.0-omni', name: 'Kling 3.0 Omni' },
  { id: 'kling-3.0-omni', name: 'Kling 3.0 Omni' },
  { id: 'kling-3.0', name: 'Kling 3.0' },
  { id: 'kling-3.0-turbo', name: 'Kling 3.0 Turbo' },
  { id: 'kling-2.6', name: 'Kling 2.6' },
];
const endings = ['failed', 'failed', 'refused', 'cancelled'] as const;
/** One in this many; by the index, so that a small library has none. */
const endedEach = 61;
const trashedEach = 83;
const dayMs = 86_400_000;

interface Press {
  readonly prompt: string;
  readonly scene: Scene;
  /** One for each take, over and over. */
  readonly videos: readonly [SampleVideo, ...SampleVideo[]];
  readonly model: SampleModel;
  readonly assetIds: readonly AssetId[];
  readonly takeCount: number;
  readonly atMs: number;
}

export function createStory(source: StorySource): Story {
  const { chance, videos, startMs, days, count } = source;
  let press: Press | null = null;
  let take = 0;
  // Where clips share a few videos, the pictures of these would be all that is ever asked for.
  const asksForMore = videos.length < scenes.length && count > videos.length;

  /** As evenly as the years allow, within the hours of a day. */
  function momentOf(index: number): number {
    const at = (index / count) * days;
    const day = Math.floor(at);
    return Math.round(startMs + day * dayMs + (at - day) * 9 * 3_600_000);
  }

  function pressGenerate(index: number): Press {
    const video = videos[chance.below(videos.length)];
    if (!video) throw new Error('There are no videos');
    const image = source.assetIds[chance.below(source.assetIds.length)];
    const others = videos.filter(
      (other) => other !== video && other.orderNumber === video.orderNumber,
    );
    const scene = asksForMore ? chance.pick(scenes) : video.scene;
    return {
      prompt: makePrompt(chance, scene),
      scene,
      videos: [video, ...others],
      model: chance.pick(models),
      assetIds: image !== undefined && chance.below(10) === 0 ? [image] : [],
      takeCount: Math.min(count - index, chance.pick([1, 1, 1, 2, 2, 4])),
      atMs: momentOf(index),
    };
  }

  return {
    addClip: (index) => {
      if (press === null || take === press.takeCount) {
        press = pressGenerate(index);
        take = 0;
      }
      take += 1;
      addTake(source, press, { index, take });
    },
  };
}

interface Take {
  readonly index: number;
  readonly take: number;
}

function addTake({ db, chance, makeId }: StorySource, press: Press, { index, take }: Take): void {
  const { prompt, scene, videos, atMs, model, assetIds, takeCount } = press;
  const video = videos[(take - 1) % videos.length] ?? videos[0];
  const { aspect, scene: _picture, orderNumber: _number, ...file } = video;
  const id = makeId();
  const hasEnded = index % endedEach === endedEach - 1;
  const sequence = addSampleClip(db, {
    id,
    outputId: makeId(),
    prompt,
    model,
    aspect,
    take,
    takeCount,
    assetIds,
    atMs,
    file,
    hasMoreWords: !hasEnded,
    promptId: usePrompt(db, { text: prompt, generationId: id, atMs }),
    ...(hasEnded ? { ending: chance.pick(endings) } : {}),
  });
  if (hasEnded) return;
  const title = chance.below(5) === 0 ? makeTitle(chance, scene) : '';
  const notes = chance.below(40) === 0 ? makeNotes(chance) : '';
  const tagIds = chance.below(5) === 0 ? makeTags(chance) : [];
  for (const tagId of tagIds) {
    db.run('insert into generation_tag values (?, ?)', sequence, tagId);
  }
  const label = chance.below(9) === 0 ? chance.pick(labels) : null;
  const rating = chance.below(6) === 0 ? 1 + chance.below(5) : 0;
  const isFavourite = chance.below(14) === 0 ? 1 : 0;
  const trashedAt = index % trashedEach === trashedEach - 1 ? atMs + dayMs : null;
  db.run(
    `update generation set title = ?, notes = ?, label = ?, rating = ?, is_favourite = ?, trashed_at = ? where sequence = ?`,
    title,
    notes,
    label,
    rating,
    isFavourite,
    trashedAt,
    sequence,
  );
  indexGeneration(db, sequence);
}
