// What is played over and over: the whole clip, or the range between two frames.
import { useTranslate } from '../../i18n/translate-context.tsx';
import type { Player } from '../../player/use-player.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CloseIcon, LoopIcon, MoreIcon } from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import styles from './player.module.css';

export interface LoopControlsProps {
  readonly player: Player;
  readonly isDisabled: boolean;
}

export function LoopControls({ player, isDisabled }: LoopControlsProps) {
  const t = useTranslate();
  const { range, isLooping } = player;
  return (
    <>
      <IconButton
        label={t(range ? 'viewer:loopSelection' : 'viewer:loop')}
        shortcut="R"
        glyph={LoopIcon}
        isOn={isLooping}
        isDisabled={isDisabled}
        tooltipPlacement="top"
        onPress={() => player.setLooping(!isLooping)}
      />
      <Menu
        label={t('viewer:loopMenu')}
        placement="top end"
        trigger={
          <IconButton
            label={t('viewer:loopMenu')}
            glyph={MoreIcon}
            isDisabled={isDisabled}
            tooltipPlacement="top"
          />
        }
        actions={[
          { id: 'start', label: t('viewer:loopFrom'), shortcut: 'I', onAction: player.markStart },
          { id: 'end', label: t('viewer:loopTo'), shortcut: 'O', onAction: player.markEnd },
          {
            id: 'all',
            label: t('viewer:loopAll'),
            shortcut: 'X',
            startsGroup: true,
            isDisabled: range === null,
            onAction: () => player.setRange(null),
          },
        ]}
      />
    </>
  );
}

/** Says which frames are played; nothing while it is the whole clip. */
export function RangeWords({ player: { range, setRange } }: Pick<LoopControlsProps, 'player'>) {
  const t = useTranslate();
  if (!range) return null;
  const frames = { first: range.firstFrame + 1, last: range.lastFrame + 1 };
  return (
    <span className={styles['range']}>
      {t('viewer:loopRange', frames)}
      <IconButton
        size="sm"
        label={t('viewer:loopAll')}
        shortcut="X"
        glyph={CloseIcon}
        tooltipPlacement="top"
        onPress={() => setRange(null)}
      />
    </span>
  );
}
