// A few hundred small files that all clips of a seeded library share: posters that are pictures, videos that have the first bytes
// of an MP4 and cannot be played, reference images.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { clipPath } from '../../engine/library/clip-name.ts';
import type { Chance } from './chance.ts';
import type { SampleFile } from './sample-clip.ts';

export interface SampleVideo extends SampleFile {
  readonly aspect: string;
}

export interface SampleImage {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly filePath: string;
}

export const sampleStartMs = Date.parse('2025-01-01T12:00:00Z');

const shapes = [
  ['16:9', 1280, 720],
  ['16:9', 1280, 720],
  ['9:16', 720, 1280],
  ['1:1', 960, 960],
] as const;

export async function writeSampleVideo(
  library: string,
  index: number,
  chance: Chance,
  makeId: () => string,
): Promise<SampleVideo> {
  const [aspect, width, height] = chance.pick([...shapes]);
  const id = makeId();
  const content = mp4Like(chance.bytes(12_000 + chance.below(20_000)));
  const filePath = clipPath({
    prompt: `sample ${index + 1}`,
    generationId: id,
    position: 0,
    createdAt: new Date(sampleStartMs + index * 86_400_000),
    extension: 'mp4',
  });
  await write(library, filePath, content);
  const posterPath = `posters/${id}.jpg`;
  await write(library, posterPath, await picture(chance, width / 4, height / 4));
  return {
    aspect,
    width,
    height,
    filePath,
    posterPath,
    sha256: sha256(content),
    sizeBytes: content.length,
    durationMs: chance.pick([3000, 5000, 5000, 10_000]),
  };
}

export async function writeSampleImage(library: string, chance: Chance): Promise<SampleImage> {
  const content = await picture(chance, 640, 360);
  const hash = sha256(content);
  const filePath = `assets/${hash.slice(0, 2)}/${hash}.jpg`;
  await write(library, filePath, content);
  return { sha256: hash, sizeBytes: content.length, filePath };
}

/** A box `ftyp`, and one `mdat` with the rest. */
function mp4Like(noise: Uint8Array): Buffer {
  const type = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1');
  const data = Buffer.alloc(8);
  data.writeUInt32BE(8 + noise.length);
  data.write('mdat', 4);
  return Buffer.concat([type, data, noise]);
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
