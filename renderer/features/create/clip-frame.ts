// A frame of a clip as an image of the library, to begin the next clip with: the last one, or another. Loads the video only for as long as it takes.
import type { Asset, GenerationDetail } from '#shared/contract/generation.ts';
import { AppError } from '#shared/errors.ts';
import { mediaUrl } from '../../engine/media.ts';
import { call } from '../../engine/studio.ts';
import { captureFrame, showMoment, toBase64 } from '../../player/capture-frame.ts';

/** Throws `asset-unreadable` where the video cannot be shown, and what `assets.addFrame` throws. */
export async function keepFrame(
  { id, output }: Pick<GenerationDetail, 'id' | 'output'>,
  /** From 1; `null` for the last one. */
  wanted: number | null,
  signal: AbortSignal,
): Promise<Asset> {
  if (!output || output.isMissing) {
    throw new AppError('file-missing', 'The file is not where it was.');
  }
  const video = document.createElement('video');
  video.crossOrigin = 'anonymous';
  video.muted = true;
  video.preload = 'auto';
  try {
    await load(video, mediaUrl('output', output.id), signal);
    const frameMs = 1000 / Math.max(1, output.fps);
    const last = Math.max(1, Math.round(output.durationMs / frameMs));
    const number = Math.min(last, wanted ?? last);
    await showMoment(video, momentOf(number, { last, frameMs, durationMs: output.durationMs }));
    const png = await toBase64(await captureFrame(video));
    return await call('assets.addFrame', { id, number, png }, signal);
  } finally {
    video.removeAttribute('src');
    video.load();
  }
}

interface Film {
  readonly last: number;
  readonly frameMs: number;
  readonly durationMs: number;
}

/** The middle of its time, so that rounding cannot lead to a neighbour. */
function momentOf(number: number, { last, frameMs, durationMs }: Film): number {
  const middleMs = number === last ? durationMs - frameMs / 2 : (number - 0.5) * frameMs;
  return Math.max(0, middleMs);
}

function load(video: HTMLVideoElement, src: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new AppError('asset-unreadable', 'This clip cannot be shown.'));
    video.addEventListener('loadeddata', () => resolve(), { once: true, signal });
    video.addEventListener('error', fail, { once: true, signal });
    signal.addEventListener('abort', fail, { once: true });
    video.src = src;
  });
}
