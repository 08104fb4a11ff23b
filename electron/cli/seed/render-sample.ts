// Draws one small clip with the demonstration renderer: a real H.264 file and a still of it. Touches no files.
import { createVideoEncoder } from '../../gateway/backends/demo/encode/h264.ts';
import { rewriteMp4 } from '../../gateway/backends/demo/encode/mp4.ts';
import { createFilm } from '../../gateway/backends/demo/film.ts';
import { encodePoster } from '../../gateway/backends/demo/finish/poster.ts';

export interface SampleOrder {
  readonly picture: string;
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly fps: number;
}

export interface SampleFilm {
  readonly mp4: Uint8Array;
  readonly posterJpeg: Uint8Array;
}

/** 10 is the best, 51 the smallest. */
const quantization = 36;

export async function renderSample(order: SampleOrder): Promise<SampleFilm> {
  const { picture, seed, width, height, durationMs, fps } = order;
  const film = await createFilm({
    prompt: picture,
    seed,
    width,
    height,
    durationMs,
    fps,
    metadata: {},
  });
  const encoder = await createVideoEncoder({ width, height, fps, quantization });
  try {
    let still: Promise<Uint8Array> | null = null;
    for (let index = 0; index < film.frameCount; index += 1) {
      const planes = film.shoot(index);
      if (index === Math.floor(film.frameCount * 0.4)) still = encodePoster(planes);
      encoder.add(planes);
    }
    const mp4 = await rewriteMp4(encoder.finish(), {});
    return { mp4, posterJpeg: (await still) ?? new Uint8Array() };
  } finally {
    encoder.close();
  }
}
