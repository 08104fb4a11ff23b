// Draws frames of a video side by side on one canvas, from a video of its own so that the player is not disturbed.
// Must not read the pixels back: the picture is for the eye only.

export interface FilmstripInput {
  readonly canvas: HTMLCanvasElement;
  readonly src: string;
  readonly durationMs: number;
  /** Of one frame; as many are drawn as fit. */
  readonly aspect: number;
}

/** Starts drawing, one frame after the other. Returns a function that stops it. */
export function drawFilmstrip({ canvas, src, durationMs, aspect }: FilmstripInput): () => void {
  const scale = Math.min(2, devicePixelRatio || 1);
  const width = Math.max(1, Math.round(canvas.clientWidth * scale));
  const height = Math.max(1, Math.round(canvas.clientHeight * scale));
  canvas.width = width;
  canvas.height = height;
  const frames = Math.max(1, Math.min(40, Math.round(width / (height * aspect))));
  const cell = width / frames;
  const context = canvas.getContext('2d');
  const video = document.createElement('video');
  let next = 0;
  const seek = () => {
    video.currentTime = ((next + 0.5) / frames) * (durationMs / 1000);
  };
  const draw = () => {
    if (context) drawCover(context, video, next * cell, cell, height);
    next += 1;
    if (next < frames) seek();
    else release();
  };
  const release = () => {
    video.removeAttribute('src');
    video.load();
  };
  video.muted = true;
  video.preload = 'auto';
  video.addEventListener('loadedmetadata', seek);
  video.addEventListener('seeked', draw);
  video.src = src;
  return () => {
    video.removeEventListener('loadedmetadata', seek);
    video.removeEventListener('seeked', draw);
    release();
  };
}

function drawCover(
  context: CanvasRenderingContext2D,
  video: HTMLVideoElement,
  left: number,
  width: number,
  height: number,
): void {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return;
  const scale = Math.max(width / videoWidth, height / videoHeight);
  const sourceWidth = width / scale;
  const sourceHeight = height / scale;
  context.drawImage(
    video,
    (videoWidth - sourceWidth) / 2,
    (videoHeight - sourceHeight) / 2,
    sourceWidth,
    sourceHeight,
    left,
    0,
    width + 0.5,
    height,
  );
}
