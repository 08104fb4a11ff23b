// "Use frame": the menu of what can be done with the picture that is seen.
import type { Translate } from '../../i18n/translate.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyIcon, ImageIcon, UseFrameIcon } from '../../ui/icons.ts';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import type { Frames } from './use-frames.ts';

export interface UseFrameProps {
  readonly frames: Frames;
  readonly isDisabled: boolean;
}

export function UseFrame({ frames, isDisabled }: UseFrameProps) {
  const t = useTranslate();
  return (
    <Menu
      label={t('viewer:useFrame')}
      placement="top end"
      trigger={
        <Button variant="ghost" size="sm" icon={UseFrameIcon} isDisabled={isDisabled}>
          {t('viewer:useFrame')}
        </Button>
      }
      actions={frameActions(frames, t)}
    />
  );
}

export function frameActions(frames: Frames, t: Translate): MenuAction[] {
  return [
    {
      id: 'copy-frame',
      label: t('viewer:copyFrame'),
      icon: CopyIcon,
      shortcut: 'C',
      onAction: frames.copy,
    },
    {
      id: 'continue-frame',
      label: t('viewer:continueHere'),
      icon: UseFrameIcon,
      onAction: frames.goOn,
    },
    { id: 'keep-frame', label: t('viewer:keepFrame'), icon: ImageIcon, onAction: frames.keep },
  ];
}
