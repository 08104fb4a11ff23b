// The clips beside one another, or the first two on top of one another: wiped, or as what differs between them.
import { type PointerEvent, useState } from 'react';
import type { GenerationDetail } from '#shared/contract/generation.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { ComparePane } from './compare-pane.tsx';
import styles from './compare-stage.module.css';
import type { PaneDecisions } from './pane-actions.ts';
import { paneNames } from './pane-names.ts';
import type { SyncPlayer } from './use-sync-player.ts';

export const compareModes = ['side', 'wipe', 'difference'] as const;
export type CompareMode = (typeof compareModes)[number];

export interface CompareStageProps {
  readonly clips: readonly GenerationDetail[];
  readonly mode: CompareMode;
  readonly current: number;
  readonly player: SyncPlayer;
  readonly decisions: PaneDecisions;
}

export function CompareStage({ clips, mode, current, player, decisions }: CompareStageProps) {
  const t = useTranslate();
  const [share, setShare] = useState(0.5);
  const names = paneNames(clips, t);
  const isStacked = mode !== 'side' && clips.length > 1;
  const shown = isStacked ? clips.slice(0, 2) : clips;
  return (
    <div
      className={styles['stage']}
      data-mode={isStacked ? mode : 'side'}
      data-count={shown.length}
    >
      {shown.map((clip, index) => (
        <ComparePane
          key={clip.id}
          clip={clip}
          index={index}
          name={names[index] ?? ''}
          isCurrent={index === current}
          player={player}
          decisions={decisions}
          className={index === 1 ? styles['second'] : undefined}
          clipPath={
            isStacked && mode === 'wipe' && index === 1 ? `inset(0 0 0 ${share * 100}%)` : undefined
          }
        />
      ))}
      {isStacked && mode === 'wipe' && <WipeEdge share={share} onShare={setShare} />}
    </div>
  );
}

interface WipeEdgeProps {
  /** How much of the width shows A. */
  readonly share: number;
  readonly onShare: (share: number) => void;
}

function WipeEdge({ share, onShare }: WipeEdgeProps) {
  const t = useTranslate();
  const percent = Math.round(share * 100);
  const set = (wanted: number) => onShare(Math.min(1, Math.max(0, wanted)));
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box) set((event.clientX - box.left) / box.width);
  };
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -0.01,
    ArrowDown: -0.01,
    ArrowRight: 0.01,
    ArrowUp: 0.01,
    PageDown: -0.1,
    PageUp: 0.1,
    Home: -1,
    End: 1,
  };
  return (
    <div className={styles['wipe-area']}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('compare:wipeEdge')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={t('compare:wipeValue', { percent })}
        className={styles['edge']}
        style={{ left: `${share * 100}%` }}
        onKeyDown={(event) => {
          const by = steps[event.key];
          if (by === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          set(share + by);
        }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
    </div>
  );
}
