// Over the foot of the video: pause, time, a track to seek on, loop, full screen.
import { Button, Slider, SliderThumb, SliderTrack, ToggleButton } from 'react-aria-components';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FullScreenIcon, LoopIcon, PauseIcon, PlayIcon } from '../../../ui/icons.ts';
import { Tooltip } from '../../../ui/tooltip.tsx';
import styles from './playback-line.module.css';
import { formatTenths } from './tenths.ts';
import type { Playback } from './use-playback.ts';

export interface PlaybackLineProps {
  readonly playback: Playback;
  readonly durationMs: number;
  readonly onFullScreen: () => void;
}

export function PlaybackLine({ playback, durationMs, onFullScreen }: PlaybackLineProps) {
  const t = useTranslate();
  const { isPlaying, isLooping, positionMs } = playback;
  const share = durationMs > 0 ? positionMs / durationMs : 0;
  const playWord = t(isPlaying ? 'create:pause' : 'create:play');
  return (
    <div className={styles['line']}>
      <Button aria-label={playWord} onPress={playback.toggle} className={styles['button'] ?? ''}>
        <Icon glyph={isPlaying ? PauseIcon : PlayIcon} isFilled />
      </Button>
      <span className={styles['time']}>{formatTenths(positionMs)}</span>
      <Slider<number>
        aria-label={t('create:position')}
        value={positionMs}
        onChange={playback.seek}
        minValue={0}
        maxValue={durationMs}
        step={100}
        formatOptions={{ maximumFractionDigits: 0 }}
        className={styles['slider'] ?? ''}
      >
        <SliderTrack className={styles['track'] ?? ''}>
          <span className={styles['rail']}>
            <span className={styles['done']} style={{ width: `${share * 100}%` }} />
          </span>
          <SliderThumb className={styles['thumb'] ?? ''} />
        </SliderTrack>
      </Slider>
      <span className={styles['time']}>{formatTenths(durationMs)}</span>
      <Tooltip text={t('create:loop')} placement="top">
        <ToggleButton
          aria-label={t('create:loop')}
          isSelected={isLooping}
          onChange={playback.setLooping}
          className={styles['button'] ?? ''}
        >
          <Icon glyph={LoopIcon} />
        </ToggleButton>
      </Tooltip>
      <Tooltip text={t('create:fullScreen')} placement="top">
        <Button
          aria-label={t('create:fullScreen')}
          onPress={onFullScreen}
          className={styles['button'] ?? ''}
        >
          <Icon glyph={FullScreenIcon} />
        </Button>
      </Tooltip>
    </div>
  );
}
