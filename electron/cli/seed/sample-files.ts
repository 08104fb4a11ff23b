// A few hundred small files that all clips of a seeded library share: videos that play, a still of each, reference images.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { clipPath } from '../../engine/library/clip-name.ts';
import type { Chance } from './chance.ts';
import { renderSamples } from './render-samples.ts';
import type { SampleOrder } from './render-sample.ts';
import type { SampleFile } from './sample-clip.ts';
import { type Scene, scenes } from './sample-scenes.ts';

export interface SampleVideo extends SampleFile {
  readonly aspect: string;
  readonly scene: Scene;
  /** Videos with the same number were ordered alike: takes of each other. */
  readonly orderNumber: number;
}

export interface SampleImage {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly filePath: string;
}

export interface VideoPlace {
  readonly library: string;
  readonly signal: AbortSignal;
  readonly makeId: () => string;
  /** When the first of them is said to be made. */
  readonly startMs: number;
}

/** Small, so that a few hundred are drawn within a minute; a few are of the common size. */
const shapes = [
  ['16:9', 480, 270],
  ['16:9', 480, 270],
  ['9:16', 270, 480],
  ['16:9', 640, 360],
  ['1:1', 360, 360],
  ['9:16', 270, 480],
  ['16:9', 480, 270],
  ['16:9', 640, 360],
  ['16:9', 480, 270],
  ['1:1', 360, 360],
  ['16:9', 1280, 720],
] as const;
const durationsMs = [5000, 5000, 10_000, 5000, 3000, 8000, 15_000] as const;
const framesEach = 10;

interface Plan {
  readonly id: string;
  readonly orderNumber: number;
  readonly aspect: string;
  readonly scene: Scene;
  readonly order: SampleOrder;
}

export async function writeSampleVideos(
  place: VideoPlace,
  count: number,
  chance: Chance,
): Promise<SampleVideo[]> {
  const plans = Array.from({ length: count }, (_, index) =>
    planVideo(count < 2 * scenes.length ? index : index >> 1, chance, place),
  );
  const videos: SampleVideo[] = [];
  const orders = plans.map(({ order }) => order);
  await renderSamples(orders, place.signal, async ({ mp4, posterJpeg }, index) => {
    const plan = plans[index];
    if (!plan) return;
    const { width, height, fps, durationMs } = plan.order;
    const filePath = clipPath({
      prompt: plan.scene.picture,
      generationId: plan.id,
      position: 0,
      createdAt: new Date(place.startMs + index * 86_400_000),
      extension: 'mp4',
    });
    const posterPath = `posters/${plan.id}.jpg`;
    await write(place.library, filePath, mp4);
    await write(place.library, posterPath, posterJpeg);
    videos[index] = {
      aspect: plan.aspect,
      scene: plan.scene,
      orderNumber: plan.orderNumber,
      filePath,
      posterPath,
      sha256: sha256(mp4),
      sizeBytes: mp4.length,
      width,
      height,
      durationMs,
      fps,
    };
  });
  return videos;
}

function planVideo(orderNumber: number, chance: Chance, { makeId }: VideoPlace): Plan {
  const [aspect, width, height] = shapes[orderNumber % shapes.length] ?? shapes[0];
  const durationMs = durationsMs[orderNumber % durationsMs.length] ?? 5000;
  const scene = scenes[orderNumber % scenes.length] ?? scenes[0];
  const seed = chance.below(1_000_000);
  const fps = Math.max(1, Math.round((framesEach * 1000) / durationMs));
  const order = { picture: scene.picture, seed, width, height, durationMs, fps };
  return { id: makeId(), orderNumber, aspect, scene, order };
}

export async function writeSampleImage(library: string, chance: Chance): Promise<SampleImage> {
  const content = await picture(chance, 640, 360);
  const hash = sha256(content);
  const filePath = `assets/${hash.slice(0, 2)}/${hash}.jpg`;
  await write(library, filePath, content);
  return { sha256: hash, sizeBytes: content.length, filePath };
}

/** Two colours that run into each other. */
async function picture(chance: Chance, width: number, height: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const hue = chance.below(360);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x2="1" y2="1">
    <stop stop-color="hsl(${hue},55%,22%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360},65%,62%)"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <circle cx="${chance.below(width)}" cy="${chance.below(height)}" r="${20 + chance.below(60)}" fill="hsl(${(hue + 180) % 360},70%,70%)"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 72 }).toBuffer();
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function write(library: string, path: string, content: Uint8Array): Promise<void> {
  const file = join(library, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
