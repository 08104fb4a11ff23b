// The rows of a menu that bring files of clips to other places. Pure.
import type { GenerationId } from '#shared/domain/ids.ts';
import type { ClipActions } from '../clip/use-clip-actions.ts';
import type { Translate } from '../i18n/translate.ts';
import { CopyIcon, SaveIcon } from '../ui/icons.ts';
import type { MenuAction } from '../ui/menu.tsx';

export interface FileMenuInput {
  readonly ids: readonly GenerationId[];
  readonly actions: Pick<ClipActions, 'copyFiles' | 'saveElsewhere'>;
  /** None of them has a file. */
  readonly isDisabled: boolean;
}

export function fileMenuActions({ ids, actions, isDisabled }: FileMenuInput, t: Translate) {
  const { copyFiles, saveElsewhere } = actions;
  const rows: MenuAction[] = [];
  if (copyFiles) {
    rows.push({
      id: 'copy-files',
      label: t(ids.length > 1 ? 'ownFiles:copyFiles' : 'ownFiles:copyFile'),
      icon: CopyIcon,
      startsGroup: true,
      isDisabled,
      onAction: () => copyFiles(ids),
    });
  }
  rows.push({
    id: 'save-elsewhere',
    label: t('ownFiles:saveElsewhere'),
    icon: SaveIcon,
    startsGroup: !copyFiles,
    isDisabled,
    onAction: () => saveElsewhere(ids),
  });
  return rows;
}
