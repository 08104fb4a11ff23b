// The rows of a menu that give labels and stars: of the selection's bar, and of a card. Pure.
import { labels } from '#shared/domain/clip-change.ts';
import type { Picked } from '../../clip/picked-clips.ts';
import type { Organise } from '../../clip/use-organise.ts';
import type { Translate } from '../../i18n/translate.ts';
import { LabelDot } from '../../ui/label-dot.tsx';
import type { MenuAction } from '../../ui/menu.tsx';

const ratings = [5, 4, 3, 2, 1, 0] as const;

export function labelRows({ ids, sums }: Picked, organise: Organise, t: Translate): MenuAction[] {
  return [...labels, null].map((label) => ({
    id: label ?? 'none',
    label: label === null ? t('organise:noLabel') : t(`organise:labels.${label}`),
    mark: <LabelDot label={label} size="md" />,
    isChecked: sums?.label === label,
    startsGroup: label === null,
    onAction: () => void organise.change(ids, { type: 'label', label }),
  }));
}

export function ratingRows({ ids, sums }: Picked, organise: Organise, t: Translate): MenuAction[] {
  return ratings.map((rating) => ({
    id: String(rating),
    label: rating === 0 ? t('organise:noRating') : t('organise:stars', { count: rating }),
    isChecked: sums?.rating === rating,
    startsGroup: rating === 0,
    onAction: () => void organise.change(ids, { type: 'rate', rating }),
  }));
}
