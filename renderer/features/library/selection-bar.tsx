// What can be done with several clips at once, over the foot of the grid. Only what works is here.
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { formatBytes, formatDuration } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CloseIcon, StarIcon } from '../../ui/icons.ts';
import styles from './selection-bar.module.css';

export interface SelectionBarProps {
  readonly clips: readonly GenerationSummary[];
  readonly onFavourite: (isFavourite: boolean) => void;
  readonly onClear: () => void;
  readonly isBusy: boolean;
}

export function SelectionBar({ clips, onFavourite, onClear, isBusy }: SelectionBarProps) {
  const t = useTranslate();
  const label = t('library:selected', { count: clips.length });
  const areAllFavourites = clips.every(({ isFavourite }) => isFavourite);
  return (
    <div role="toolbar" aria-label={label} className={styles['bar']}>
      <span role="status" className={styles['count']}>
        {label}
      </span>
      <span className={styles['sums']}>{sums(clips)}</span>
      <span aria-hidden="true" className={styles['line']} />
      <Button
        variant="ghost"
        size="sm"
        icon={StarIcon}
        busy={isBusy}
        onPress={() => onFavourite(!areAllFavourites)}
      >
        {t(areAllFavourites ? 'library:removeFavourite' : 'library:addFavourite')}
      </Button>
      <span aria-hidden="true" className={styles['line']} />
      <IconButton label={t('library:clearSelection')} glyph={CloseIcon} onPress={onClear} />
    </div>
  );
}

/** `41 s · 198 MB` */
export function sums(clips: readonly GenerationSummary[]): string {
  let durationMs = 0;
  let bytes = 0;
  for (const { output } of clips) {
    durationMs += output?.durationMs ?? 0;
    bytes += output?.sizeBytes ?? 0;
  }
  return `${formatDuration(durationMs)} · ${formatBytes(bytes)}`;
}
