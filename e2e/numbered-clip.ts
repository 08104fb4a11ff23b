// A film whose every frame says which one it is, in eight bars that are white for 1 and black for 0; and what a video shows, read back.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Locator } from '@playwright/test';
import { createVideoEncoder } from '../electron/gateway/backends/demo/encode/h264.ts';
import { rewriteMp4 } from '../electron/gateway/backends/demo/encode/mp4.ts';

const width = 256;
const height = 144;
const bits = 8;
const [black, white] = [16, 235] as const;

export interface NumberedFilm {
  readonly id: string;
  readonly frames: number;
}

export const filmFps = 24;
const filmMs = 3000;

/** Before the app is started: the newest clips of a library get films with numbered frames, 3 seconds each. */
export async function numberClips(home: string, count: number): Promise<NumberedFilm[]> {
  const frames = (filmMs * filmFps) / 1000;
  const film = await makeNumberedClip(frames, filmFps);
  const library = `${home}/library`;
  const db = new DatabaseSync(`${library}/library.db`);
  try {
    const rows = db
      .prepare(
        `select g.id, o.id as output, o.file_path as file from output o
         join generation g on g.sequence = o.generation_sequence
         where g.trashed_at is null and o.is_missing = 0 and o.position = 0
         order by g.sequence desc limit ?`,
      )
      .all(count) as { id: string; output: string; file: string }[];
    const change = db.prepare(
      'update output set fps = ?, duration_ms = ?, size_bytes = ? where id = ?',
    );
    for (const { output, file } of rows) {
      writeFileSync(join(library, file), film);
      change.run(filmFps, filmMs, film.length, output);
    }
    return rows.map(({ id }) => ({ id, frames }));
  } finally {
    db.close();
  }
}

/** Frames count from 0 and up to 255. */
export async function makeNumberedClip(frames: number, fps: number): Promise<Uint8Array> {
  const encoder = await createVideoEncoder({ width, height, fps, quantization: 24 });
  try {
    for (let number = 0; number < frames; number += 1) {
      encoder.add({ width, height, data: drawBars(number) });
    }
    return await rewriteMp4(encoder.finish(), {});
  } finally {
    encoder.close();
  }
}

/** Y, then U and V, which stay gray. */
function drawBars(number: number): Uint8Array {
  const data = new Uint8Array((width * height * 3) / 2).fill(128, width * height);
  const barWidth = width / bits;
  for (let bit = 0; bit < bits; bit += 1) {
    const shade = (number >> bit) & 1 ? white : black;
    for (let row = 0; row < height; row += 1) {
      const start = row * width + bit * barWidth;
      data.fill(shade, start, start + barWidth);
    }
  }
  return data;
}

/** The number of the frame that a video shows. */
export async function shownNumber(video: Locator): Promise<number> {
  return video.evaluate(async (element, count) => {
    const player = element as HTMLVideoElement;
    while (player.seeking || player.readyState < 2) {
      await new Promise((resolve) => {
        for (const name of ['seeked', 'loadeddata', 'canplay']) {
          player.addEventListener(name, resolve, { once: true });
        }
      });
    }
    const canvas = new OffscreenCanvas(count, 1);
    const context = canvas.getContext('2d');
    context?.drawImage(player, 0, 0, count, 1);
    const pixels = context?.getImageData(0, 0, count, 1).data ?? [];
    let number = 0;
    for (let bit = 0; bit < count; bit += 1) {
      if ((pixels[bit * 4] ?? 0) > 128) number += 1 << bit;
    }
    return number;
  }, bits);
}
