// The filmstrip of the player with its playhead: press or drag to seek, arrows for frames, Shift and arrows for seconds.
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useRef } from 'react';
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { LoopRange } from '../../player/loop-range.ts';
import { type Clip, stepFrames } from '../../player/playback.ts';
import { drawFilmstrip } from './filmstrip.ts';
import { RangeOnTimeline } from './range-on-timeline.tsx';
import styles from './timeline.module.css';

export interface TimelineProps {
  readonly src: string | null;
  readonly clip: Clip;
  readonly aspect: number;
  readonly positionMs: number;
  readonly range: LoopRange | null;
  readonly onSeek: (positionMs: number) => void;
  readonly onRange: (range: LoopRange) => void;
}

export function Timeline(props: TimelineProps) {
  const { src, clip, aspect, positionMs, range, onSeek, onRange } = props;
  const t = useTranslate();
  const { durationMs } = clip;
  const share = durationMs > 0 ? Math.min(1, positionMs / durationMs) : 0;
  const seconds = (ms: number) => (ms / 1000).toFixed(1).replace(/\.0$/, '');
  const seekTo = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onSeek(((event.clientX - box.left) / box.width) * durationMs);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = positionFor(event, clip, positionMs);
    if (wanted === null) return;
    event.preventDefault();
    event.stopPropagation();
    onSeek(wanted);
  };
  return (
    <div className={styles['timeline']}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('viewer:position')}
        aria-valuemin={0}
        aria-valuemax={Math.round(durationMs)}
        aria-valuenow={Math.round(Math.min(positionMs, durationMs))}
        aria-valuetext={t('viewer:positionValue', {
          seconds: seconds(positionMs),
          total: seconds(durationMs),
        })}
        className={styles['track']}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          seekTo(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
        }}
      >
        <Filmstrip src={src} durationMs={durationMs} aspect={aspect} />
        {!range && <span className={styles['rest']} style={{ left: `${share * 100}%` }} />}
      </div>
      {range && <RangeOnTimeline clip={clip} range={range} onRange={onRange} />}
      <span className={styles['head']} style={{ left: `${share * 100}%` }} />
    </div>
  );
}

type FilmstripProps = Pick<TimelineProps, 'src' | 'aspect'> & { readonly durationMs: number };

const Filmstrip = memo(function Filmstrip({ src, durationMs, aspect }: FilmstripProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target || src === null) return undefined;
    let stop = drawFilmstrip({ canvas: target, src, durationMs, aspect });
    let drawnWidth = target.clientWidth;
    const observer = new ResizeObserver(() => {
      if (Math.abs(target.clientWidth - drawnWidth) < 48) return;
      drawnWidth = target.clientWidth;
      stop();
      stop = drawFilmstrip({ canvas: target, src, durationMs, aspect });
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [src, durationMs, aspect]);
  return <canvas ref={canvas} aria-hidden="true" className={styles['strip']} />;
});

function positionFor(event: KeyboardEvent, clip: Clip, positionMs: number): number | null {
  const direction = event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : 1;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowDown':
      return event.shiftKey
        ? positionMs + direction * 1000
        : stepFrames(clip, positionMs, direction);
    case 'PageUp':
      return positionMs + clip.durationMs / 10;
    case 'PageDown':
      return positionMs - clip.durationMs / 10;
    case 'Home':
      return 0;
    case 'End':
      return stepFrames(clip, clip.durationMs, 0);
    default:
      return null;
  }
}
