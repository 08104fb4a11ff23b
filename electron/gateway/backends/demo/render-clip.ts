// Renders one clip, start to end, on the thread it is called on. Must not touch files or the network.
import { AppError } from '#shared/errors.ts';
import type { ClipRequest, ClipResult } from './clip-request.ts';
import { createVideoEncoder } from './encode/h264.ts';
import { chooseQuantization } from './encode/quantization.ts';
import { rewriteMp4 } from './encode/mp4.ts';
import { createFilm, type Film } from './film.ts';
import { encodePoster } from './finish/poster.ts';
import { withLastFrame } from '../../video/last-frame.ts';
import { shotRequests } from './shot-requests.ts';

export type { ClipRequest, ClipResult };

/** What the file says of itself when the request does not say it. */
const demoComment = 'Demo clip rendered on this device by Kling 5 Studio';
/** The poster shows this moment of the clip. */
const posterAt = 0.4;
/** Share of the work before the first frame is drawn. */
const buildShare = 0.06;

export async function renderClip(
  request: ClipRequest,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<ClipResult> {
  checkSize(request);
  signal.throwIfAborted();
  const [opening, ...later] = shotRequests(request);
  const film = await createFilm(opening);
  signal.throwIfAborted();
  onProgress(buildShare);
  const middle = Math.floor(film.frameCount / 2);
  const quantization = await chooseQuantization(request, (index) =>
    film.shoot(Math.min(film.frameCount - 1, middle + index)),
  );
  signal.throwIfAborted();
  const { width, height, fps } = request;
  const encoder = await createVideoEncoder({ width, height, fps, quantization });
  try {
    const total = Math.max(1, Math.round((request.durationMs / 1000) * fps));
    const posterIndex = request.firstFrame ? 0 : Math.floor(posterAt * (film.frameCount - 1));
    const stills: { poster?: Promise<Uint8Array>; last?: Promise<Uint8Array> } = {};
    let frameCount = 0;
    const shootAll = async ({ frameCount: count, shoot }: Film, isLast: boolean) => {
      for (let index = 0; index < count; index++) {
        const planes = shoot(index);
        if (frameCount === posterIndex) stills.poster = encodePoster(planes);
        if (isLast && index === count - 1) stills.last = encodePoster(planes);
        encoder.add(planes);
        frameCount += 1;
        onProgress(Math.min(1, buildShare + (frameCount / total) * (0.98 - buildShare)));
        await letOthersRun();
        signal.throwIfAborted();
      }
    };
    await shootAll(film, later.length === 0);
    for (const shot of later) await shootAll(await createFilm(shot), shot === later.at(-1));
    const tags = { comment: demoComment, ...request.metadata };
    const plain = await rewriteMp4(encoder.finish(), tags);
    const posterJpeg = await stills.poster;
    const lastJpeg = await stills.last;
    if (!posterJpeg || !lastJpeg) throw new AppError('render-failed', 'The clip has no frames.');
    onProgress(1);
    return { mp4: withLastFrame(plain, lastJpeg), posterJpeg, frameCount };
  } finally {
    encoder.close();
  }
}

function checkSize({ width, height, fps, durationMs }: ClipRequest): void {
  const isEven = (value: number): boolean =>
    Number.isInteger(value) && value >= 16 && value % 2 === 0;
  if (!isEven(width) || !isEven(height) || !(fps > 0) || !(durationMs > 0)) {
    throw new AppError('invalid-input', 'A clip needs even sides, a frame rate and a length.');
  }
}

/** Between two frames, messages and an abort get through. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
