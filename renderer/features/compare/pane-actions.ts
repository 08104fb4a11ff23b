// The menu of one clip of a comparison. Pure.
import type { GenerationDetail } from '#shared/contract/generation.ts';
import type { Translate } from '../../i18n/translate.ts';
import { CloseIcon, CreateIcon, PlayIcon, TrashIcon } from '../../ui/icons.ts';
import type { MenuAction } from '../../ui/menu.tsx';

export interface PaneDecisions {
  readonly toggleFavourite: (clip: GenerationDetail) => void;
  readonly rate: (clip: GenerationDetail, rating: number) => void;
  readonly open: (clip: GenerationDetail) => void;
  readonly reuse: (clip: GenerationDetail) => void;
  readonly remove: (clip: GenerationDetail) => void;
  readonly trash: (clip: GenerationDetail) => void;
}

const ratings = [5, 4, 3, 2, 1, 0] as const;

export function paneActions(
  clip: GenerationDetail,
  decisions: PaneDecisions,
  t: Translate,
): MenuAction[] {
  return [
    {
      id: 'open',
      label: t('compare:open'),
      icon: PlayIcon,
      onAction: () => decisions.open(clip),
    },
    {
      id: 'reuse',
      label: t('viewer:useSettings'),
      icon: CreateIcon,
      onAction: () => decisions.reuse(clip),
    },
    ...ratings.map((rating, index) => ({
      id: `rate-${rating}`,
      label: rating === 0 ? t('organise:noRating') : t('organise:stars', { count: rating }),
      shortcut: String(rating),
      isChecked: clip.rating === rating,
      startsGroup: index === 0,
      onAction: () => decisions.rate(clip, rating),
    })),
    {
      id: 'remove',
      label: t('compare:remove'),
      icon: CloseIcon,
      startsGroup: true,
      onAction: () => decisions.remove(clip),
    },
    {
      id: 'trash',
      label: t('organise:moveToTrash'),
      icon: TrashIcon,
      shortcut: 'Delete',
      isDisabled: clip.trashedAt !== null,
      onAction: () => decisions.trash(clip),
    },
  ];
}
