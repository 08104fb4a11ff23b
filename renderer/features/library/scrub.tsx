// The line over a poster that follows the pointer, with the picture and the time at that place. No sound, and it never plays.
// With reduced motion the poster stays and only the line follows.
import { useEffect, useRef, useState } from 'react';
import { isMotionReduced } from '../../clip/reduced-motion.ts';
import { formatClock, formatTimecode } from '../../i18n/format.ts';
import styles from './scrub.module.css';

export interface ScrubProps {
  readonly src: string;
  readonly durationMs: number;
  /** 0..1, where the pointer is. */
  readonly share: number;
}

/** Before the video is opened: passing over a row of cards must not open them all. */
const waitMs = 120;

/** True once the pointer has rested on the card for long enough. */
export function useScrubbing(isHovered: boolean): boolean {
  const [isScrubbing, setScrubbing] = useState(false);
  useEffect(() => {
    if (!isHovered) return undefined;
    const timer = setTimeout(() => setScrubbing(true), waitMs);
    return () => {
      clearTimeout(timer);
      setScrubbing(false);
    };
  }, [isHovered]);
  return isScrubbing;
}

export function Scrub({ src, durationMs, share }: ScrubProps) {
  const positionMs = Math.min(share, 0.999) * durationMs;
  return (
    <div className={styles['scrub']} aria-hidden="true">
      {!isMotionReduced() && <ScrubVideo src={src} positionMs={positionMs} />}
      <span className={styles['line']} style={{ left: `${share * 100}%` }} />
      <span className={styles['time']}>
        {formatTimecode(positionMs).slice(0, -1)} / {formatClock(durationMs)}
      </span>
      <span className={styles['bar']}>
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </div>
  );
}

/** Seeks to the newest place only when the last seek is done, so that a fast pointer does not pile them up. */
function ScrubVideo({ src, positionMs }: { readonly src: string; readonly positionMs: number }) {
  const video = useRef<HTMLVideoElement>(null);
  const wanted = useRef(positionMs);
  const [isShown, setShown] = useState(false);
  const seek = () => {
    const element = video.current;
    if (!element || element.readyState < 1 || element.seeking) return;
    const seconds = wanted.current / 1000;
    if (Math.abs(element.currentTime - seconds) > 0.01) element.currentTime = seconds;
  };
  useEffect(() => {
    wanted.current = positionMs;
    seek();
  });
  // Set and taken away by hand, so that the decoder is let go of at once when the pointer leaves.
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    element.src = src;
    return () => {
      element.removeAttribute('src');
      element.load();
    };
  }, [src]);
  return (
    <video
      ref={video}
      className={styles['video']}
      data-shown={isShown || undefined}
      muted
      playsInline
      preload="auto"
      tabIndex={-1}
      onLoadedMetadata={seek}
      onSeeked={() => {
        setShown(true);
        seek();
      }}
    />
  );
}
