// The controls of all videos at once: steps, play, time, loop, and whose sound is heard.
import { formatTimecode } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import {
  LoopIcon,
  NextFrameIcon,
  PauseIcon,
  PlayIcon,
  PreviousFrameIcon,
  VolumeIcon,
} from '../../ui/icons.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Slider } from '../../ui/slider.tsx';
import styles from './compare-transport.module.css';
import { letterOf } from './letters.ts';
import type { SyncPlayer } from './use-sync-player.ts';

export interface CompareTransportProps {
  readonly player: SyncPlayer;
  /** How many clips there are. */
  readonly count: number;
  readonly current: number;
  readonly onCurrent: (index: number) => void;
}

export function CompareTransport({ player, count, current, onCurrent }: CompareTransportProps) {
  const t = useTranslate();
  const { isPlaying, positionMs, durationMs, isLooping } = player;
  const letters = Array.from({ length: count }, (_, index) => letterOf(index));
  return (
    <div className={styles['bar']}>
      <IconButton
        label={t('viewer:previousFrame')}
        shortcut=","
        glyph={PreviousFrameIcon}
        tooltipPlacement="top"
        onPress={() => player.step(-1)}
      />
      <IconButton
        label={t(isPlaying ? 'compare:pause' : 'compare:play')}
        shortcut="Space"
        glyph={isPlaying ? PauseIcon : PlayIcon}
        isFilled
        look="round"
        tooltipPlacement="top"
        onPress={player.togglePlay}
        className={classNames(!isPlaying && styles['play'])}
      />
      <IconButton
        label={t('viewer:nextFrame')}
        shortcut="."
        glyph={NextFrameIcon}
        tooltipPlacement="top"
        onPress={() => player.step(1)}
      />
      <span className={styles['now']}>{formatTimecode(positionMs)}</span>
      <Slider
        label={t('compare:position')}
        isLabelHidden
        value={Math.round(Math.min(positionMs, durationMs))}
        minimum={0}
        maximum={Math.max(1, Math.round(durationMs))}
        onChange={player.seek}
        className={styles['slider']}
      />
      <span className={styles['total']}>{formatTimecode(durationMs)}</span>
      <IconButton
        label={t('compare:loop')}
        shortcut="R"
        glyph={LoopIcon}
        isOn={isLooping}
        tooltipPlacement="top"
        onPress={() => player.setLooping(!isLooping)}
      />
      <Icon glyph={VolumeIcon} className={styles['sound']} />
      <SegmentedControl
        label={t('compare:current')}
        isLabelHidden
        size="sm"
        segments={letters.map((letter) => ({ value: letter, label: letter }))}
        value={letterOf(current)}
        onChange={(letter) => onCurrent(letters.indexOf(letter))}
      />
    </div>
  );
}
