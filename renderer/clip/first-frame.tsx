// The first frame of a video that has no poster, drawn once on a canvas. The video is let go of at once: a grid must not hold
// a decoder per card.
import { useEffect, useRef, useState } from 'react';
import styles from './first-frame.module.css';

export interface FirstFrameProps {
  readonly src: string;
  readonly alt: string;
}

export function FirstFrame({ src, alt }: FirstFrameProps) {
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
    };
    video.muted = true;
    video.preload = 'auto';
    video.addEventListener('loadeddata', draw, { once: true });
    video.src = src;
    return () => {
      video.removeAttribute('src');
      video.load();
    };
  }, [src]);
  return (
    <canvas
      ref={canvas}
      {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
      className={styles['frame']}
      data-drawn={isDrawn || undefined}
    />
  );
}
