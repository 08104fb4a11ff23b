// The controls under the timeline: time and frame, play and steps, loop, speed, sound, full screen.
import { formatTimecode } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import {
  FullScreenIcon,
  MutedIcon,
  NextFrameIcon,
  PauseIcon,
  PlayIcon,
  PreviousFrameIcon,
  VolumeIcon,
} from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Slider } from '../../ui/slider.tsx';
import { Switch } from '../../ui/switch.tsx';
import { type Clip, frameAt, frameCount, speeds } from '../../player/playback.ts';
import { LoopControls, RangeWords } from './loop-controls.tsx';
import styles from './player.module.css';
import { UseFrame } from './use-frame.tsx';
import type { Frames } from './use-frames.ts';
import type { Player } from '../../player/use-player.ts';

export interface TransportProps {
  readonly player: Player;
  readonly clip: Clip;
  readonly frames: Frames;
  readonly isDisabled: boolean;
  readonly onFullScreen: () => void;
}

export function Transport(props: TransportProps) {
  const { player, clip, frames, isDisabled, onFullScreen } = props;
  const t = useTranslate();
  return (
    <div className={styles['bar']}>
      <div className={styles['start']}>
        <Time clip={clip} positionMs={player.positionMs} />
        <RangeWords player={player} />
      </div>
      <div className={styles['middle']}>
        <IconButton
          label={t('viewer:previousFrame')}
          shortcut=","
          glyph={PreviousFrameIcon}
          isDisabled={isDisabled}
          tooltipPlacement="top"
          onPress={() => player.step(-1)}
        />
        <IconButton
          label={t(player.isPlaying ? 'viewer:pause' : 'viewer:play')}
          shortcut="Space"
          glyph={player.isPlaying ? PauseIcon : PlayIcon}
          isFilled
          look="round"
          isDisabled={isDisabled}
          tooltipPlacement="top"
          onPress={player.togglePlay}
          className={classNames(!player.isPlaying && styles['play'])}
        />
        <IconButton
          label={t('viewer:nextFrame')}
          shortcut="."
          glyph={NextFrameIcon}
          isDisabled={isDisabled}
          tooltipPlacement="top"
          onPress={() => player.step(1)}
        />
      </div>
      <div className={styles['end']}>
        <LoopControls player={player} isDisabled={isDisabled} />
        <Speed player={player} isDisabled={isDisabled} />
        <Sound player={player} />
        <UseFrame frames={frames} isDisabled={isDisabled} />
        <IconButton
          label={t('viewer:fullScreen')}
          shortcut="F"
          glyph={FullScreenIcon}
          isDisabled={isDisabled}
          tooltipPlacement="top"
          onPress={onFullScreen}
        />
      </div>
    </div>
  );
}

function Time({ clip, positionMs }: { readonly clip: Clip; readonly positionMs: number }) {
  const t = useTranslate();
  const frame = { number: frameAt(clip, positionMs) + 1, total: frameCount(clip) };
  return (
    <p className={styles['time']}>
      <span className={styles['now']}>
        {formatTimecode(positionMs)}
        <span className={styles['of']}> / {formatTimecode(clip.durationMs)}</span>
      </span>
      <span className={styles['frame']}>{t('viewer:frameOf', frame)}</span>
    </p>
  );
}

interface SpeedProps {
  readonly player: Player;
  readonly isDisabled: boolean;
}

function Speed({ player, isDisabled }: SpeedProps) {
  const t = useTranslate();
  const word = (rate: number) => `${rate < 0 ? '−' : ''}${Math.abs(rate)}×`;
  return (
    <Menu
      label={t('viewer:speed')}
      placement="top end"
      trigger={
        <Button
          variant="ghost"
          size="xs"
          isDisabled={isDisabled}
          aria-label={t('viewer:speedIs', { speed: word(player.rate) })}
        >
          {word(player.rate)}
        </Button>
      }
      actions={speeds.map((speed) => ({
        id: String(speed),
        label: word(speed),
        isChecked: player.rate === speed,
        onAction: () => player.setSpeed(speed),
      }))}
    />
  );
}

function Sound({ player }: { readonly player: Player }) {
  const t = useTranslate();
  if (!player.hasSound) {
    return (
      <span className={styles['silent']}>
        <Icon glyph={MutedIcon} size={14} />
        <span>{t('viewer:noSound')}</span>
      </span>
    );
  }
  const isQuiet = player.isMuted || player.volume === 0;
  return (
    <Popover
      label={t('viewer:sound')}
      placement="top end"
      widthPx={208}
      trigger={
        <IconButton
          label={t('viewer:sound')}
          glyph={isQuiet ? MutedIcon : VolumeIcon}
          tooltipPlacement="top"
        />
      }
    >
      <div className={styles['volume']}>
        <Slider
          label={t('viewer:volume')}
          value={player.isMuted ? 0 : Math.round(player.volume * 100)}
          onChange={(percent) => player.setVolume(percent / 100)}
          minimum={0}
          maximum={100}
          unit="%"
        />
        <Switch label={t('viewer:mute')} isSelected={isQuiet} onChange={player.toggleMute} />
      </div>
    </Popover>
  );
}
