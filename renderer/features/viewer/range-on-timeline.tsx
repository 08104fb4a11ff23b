// The range that is played, drawn on the timeline: what is outside lies in the shade, and both edges can be dragged or moved by frames.
import type { KeyboardEvent, PointerEvent } from 'react';
import { formatTimecode } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { type LoopRange, withEnd, withStart } from '../../player/loop-range.ts';
import { type Clip, frameCount } from '../../player/playback.ts';
import styles from './timeline.module.css';

export interface RangeOnTimelineProps {
  readonly clip: Clip;
  readonly range: LoopRange;
  readonly onRange: (range: LoopRange) => void;
}

export function RangeOnTimeline({ clip, range, onRange }: RangeOnTimelineProps) {
  const t = useTranslate();
  const count = frameCount(clip);
  const percent = (frame: number) => `${(frame / count) * 100}%`;
  const start = percent(range.firstFrame);
  const end = percent(range.lastFrame + 1);
  return (
    <>
      <span className={styles['outside']} style={{ left: 0, width: start }} />
      <span className={styles['outside']} style={{ left: end, right: 0 }} />
      <span className={styles['range']} style={{ left: start, width: `calc(${end} - ${start})` }} />
      <Edge
        name={t('viewer:loopStart')}
        side="start"
        clip={clip}
        frame={range.firstFrame}
        position={start}
        onMove={(frame) => onRange(withStart(clip, range, Math.min(frame, range.lastFrame)))}
      />
      <Edge
        name={t('viewer:loopEnd')}
        side="end"
        clip={clip}
        frame={range.lastFrame}
        position={end}
        onMove={(frame) => onRange(withEnd(clip, range, Math.max(frame, range.firstFrame)))}
      />
    </>
  );
}

interface EdgeProps {
  readonly name: string;
  readonly side: 'start' | 'end';
  readonly clip: Clip;
  readonly frame: number;
  /** On the timeline, in percent. */
  readonly position: string;
  readonly onMove: (frame: number) => void;
}

function Edge({ name, side, clip, frame, position, onMove }: EdgeProps) {
  const t = useTranslate();
  const count = frameCount(clip);
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!box) return;
    const border = Math.round(((event.clientX - box.left) / box.width) * count);
    onMove(side === 'end' ? border - 1 : border);
  };
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={frame + 1}
      aria-valuetext={t('viewer:loopEdge', {
        time: formatTimecode((frame * 1000) / (clip.fps || 1)),
        number: frame + 1,
      })}
      className={styles['edge']}
      data-side={side}
      style={{ left: position }}
      onKeyDown={(event) => {
        const by = stepOf(event, count);
        if (by === null) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(frame + by);
      }}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
    />
  );
}

function stepOf({ key, shiftKey }: KeyboardEvent, count: number): number | null {
  const step = shiftKey ? 10 : 1;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -step;
    case 'ArrowRight':
    case 'ArrowUp':
      return step;
    case 'Home':
      return -count;
    case 'End':
      return count;
    default:
      return null;
  }
}
