// The last frame of a clip as an image of the library, to begin the next clip with. Loads the video only for as long as it takes.
import type { Asset, GenerationDetail } from '#shared/contract/generation.ts';
import { AppError } from '#shared/errors.ts';
import { mediaUrl } from '../../engine/media.ts';
import { call } from '../../engine/studio.ts';
import { captureFrame, showMoment, toBase64 } from '../../player/capture-frame.ts';

/** Throws `asset-unreadable` where the video cannot be shown, and what `assets.addFrame` throws. */
export async function keepLastFrame(
  { id, output }: Pick<GenerationDetail, 'id' | 'output'>,
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
    await showMoment(video, Math.max(0, output.durationMs - frameMs / 2));
    const png = await toBase64(await captureFrame(video));
    const number = Math.max(1, Math.round(output.durationMs / frameMs));
    return await call('assets.addFrame', { id, number, png }, signal);
  } finally {
    video.removeAttribute('src');
    video.load();
  }
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
