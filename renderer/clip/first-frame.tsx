// The first frame of a video that has no poster, drawn once on a canvas. The video is let go of at once: a grid must not hold
// a decoder per card.
import { useEffect, useRef, useState } from 'react';
import type { OutputId } from '#shared/domain/ids.ts';
import { call } from '../engine/studio.ts';
import { showMoment, toBase64 } from '../player/capture-frame.ts';
import styles from './first-frame.module.css';

export interface FirstFrameProps {
  readonly src: string;
  readonly alt: string;
  /** Keeps what was drawn as the poster of this result, so that it is drawn only once. */
  readonly posterOf?: OutputId;
}

/** Many films begin in the dark. */
const posterAtMs = 600;

export function FirstFrame({ src, alt, posterOf }: FirstFrameProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    const video = document.createElement('video');
    const draw = () => {
      const target = canvas.current;
      if (!target || video.videoWidth === 0) return;
      target.width = Math.min(video.videoWidth, 640);
      target.height = Math.round((target.width * video.videoHeight) / video.videoWidth);
      target.getContext('2d')?.drawImage(video, 0, 0, target.width, target.height);
      setDrawn(true);
      if (posterOf !== undefined) void keepPoster(target, posterOf);
    };
    const draws = () => {
      if (posterOf === undefined) return draw();
      showMoment(video, Math.min(posterAtMs, video.duration * 100)).then(draw, draw);
    };
    video.muted = true;
    video.preload = 'auto';
    video.crossOrigin = 'anonymous'; // or its pixels stay closed
    video.addEventListener('loadeddata', draws, { once: true });
    video.src = src;
    return () => {
      video.removeAttribute('src');
      video.load();
    };
  }, [src, posterOf]);
  return (
    <canvas
      ref={canvas}
      {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
      className={styles['frame']}
      data-drawn={isDrawn || undefined}
    />
  );
}

const posterQuality = 0.85;

/** A clip without a poster is complete all the same: what goes wrong is tried again when it is next in sight. */
async function keepPoster(canvas: HTMLCanvasElement, outputId: OutputId): Promise<void> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', posterQuality);
  });
  if (!blob) return;
  await call('clips.keepPoster', { outputId, jpeg: await toBase64(blob) }).catch(() => undefined);
}
