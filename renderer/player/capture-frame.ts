// The picture that a video shows, as a PNG in its full size. The video has to be loaded with `crossOrigin`, or its pixels stay closed.
import { AppError } from '#shared/errors.ts';

/** Throws `asset-unreadable` where there is no picture yet. */
export async function captureFrame(video: HTMLVideoElement): Promise<Blob> {
  const { videoWidth, videoHeight } = video;
  const canvas = new OffscreenCanvas(Math.max(1, videoWidth), Math.max(1, videoHeight));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context || videoWidth === 0 || videoHeight === 0) {
    throw new AppError('asset-unreadable', 'There is no picture to take.');
  }
  context.drawImage(video, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** For a call of the contract, which carries text. */
export async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  const chunk = 32_768; // a call takes only so many arguments
  for (let at = 0; at < bytes.length; at += chunk) {
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return btoa(text);
}

/** Goes to a moment of the clip and resolves when its picture is there. */
export async function showMoment(video: HTMLVideoElement, positionMs: number): Promise<void> {
  const wanted = positionMs / 1000;
  if (!video.seeking && video.readyState >= 2 && Math.abs(video.currentTime - wanted) < 1e-4) {
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const stop = new AbortController();
    const { signal } = stop;
    const shown = () => {
      stop.abort();
      resolve();
    };
    const failed = () => {
      stop.abort();
      reject(new AppError('asset-unreadable', 'This moment of the clip cannot be read.'));
    };
    video.addEventListener('seeked', shown, { signal });
    video.addEventListener('error', failed, { signal });
    video.currentTime = wanted;
  });
}
