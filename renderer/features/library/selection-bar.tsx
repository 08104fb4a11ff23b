// What can be done with the selected clips at once, over the foot of the grid. Only what works is here.
import type { SelectionSums } from '#shared/contract/library-order.ts';
import { mostCompared, navigate } from '../../app/router.ts';
import { exportClips } from '../../archive/export-flow.ts';
import type { Picked } from '../../clip/picked-clips.ts';
import { TagButton } from '../../clip/tag-button.tsx';
import type { Organise } from '../../clip/use-organise.ts';
import { CollectButton } from '../../collections/collect-button.tsx';
import { FileDragHandle } from '../../files/file-drag-handle.tsx';
import { formatBytes, formatDuration } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import {
  ArchiveIcon,
  CloseIcon,
  CompareIcon,
  FolderIcon,
  LabelIcon,
  RateIcon,
  RestoreIcon,
  StarIcon,
  TagIcon,
  TrashIcon,
} from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import { KeepHereButton } from './keep-here-button.tsx';
import { labelRows, ratingRows } from './mark-rows.tsx';
import styles from './selection-bar.module.css';

export interface SelectionBarProps {
  readonly picked: Picked;
  readonly inTrash: boolean;
  readonly organise: Organise;
  readonly onTrash: () => void;
  readonly onRestore: () => void;
  readonly onErase: () => void;
  readonly onClear: () => void;
}

export function SelectionBar(props: SelectionBarProps) {
  const { picked, inTrash, onRestore, onErase, onClear } = props;
  const t = useTranslate();
  const label = t('library:selected', { count: picked.ids.length });
  return (
    <div className={styles['place']}>
      <div role="toolbar" data-selection-bar aria-label={label} className={styles['bar']}>
        <span role="status" className={styles['count']}>
          {label}
        </span>
        <span className={styles['sums']}>{sumWords(picked.sums)}</span>
        <span aria-hidden="true" className={styles['line']} />
        {inTrash ? (
          <>
            <Button variant="ghost" size="sm" icon={RestoreIcon} onPress={onRestore}>
              {t('organise:restore')}
            </Button>
            <Button variant="quiet-danger" size="sm" icon={TrashIcon} onPress={onErase}>
              {t('erase:deleteForGood')}
            </Button>
          </>
        ) : (
          <Changes {...props} />
        )}
        <span aria-hidden="true" className={styles['line']} />
        {!inTrash && (
          <Button
            variant="ghost"
            size="sm"
            icon={ArchiveIcon}
            className={styles['rare']}
            onPress={() => exportClips(picked.ids)}
          >
            {t('library:exportShort')}
          </Button>
        )}
        {!inTrash && <FileDragHandle ids={picked.ids} />}
        <IconButton
          label={t('library:clearSelection')}
          shortcut="Esc"
          glyph={CloseIcon}
          tooltipPlacement="top"
          onPress={onClear}
        />
      </div>
    </div>
  );
}

/** Two to four that have come to something. */
function CompareButton({ picked: { ids, sums } }: Pick<SelectionBarProps, 'picked'>) {
  const t = useTranslate();
  if (ids.length < 2 || ids.length > mostCompared || sums?.areUnfinished === true) return null;
  return (
    <Button
      variant="ghost"
      size="sm"
      icon={CompareIcon}
      className={styles['word']}
      onPress={() => navigate({ screen: 'compare', ids })}
    >
      {t('compare:title')}
    </Button>
  );
}

function Changes({ picked, organise, onTrash }: SelectionBarProps) {
  const t = useTranslate();
  const { ids, sums } = picked;
  const areFavourites = sums?.areFavourites === true;
  return (
    <>
      <CompareButton picked={picked} />
      <CollectButton
        ids={ids}
        organise={organise}
        trigger={
          <Button variant="ghost" size="sm" icon={FolderIcon} className={styles['word']}>
            {t('collections:collect')}
          </Button>
        }
      />
      <TagButton
        ids={ids}
        organise={organise}
        placement="top start"
        trigger={
          <Button variant="ghost" size="sm" icon={TagIcon} className={styles['word']}>
            {t('organise:tag')}
          </Button>
        }
      />
      <Menu
        label={t('organise:label')}
        placement="top start"
        trigger={
          <Button variant="ghost" size="sm" icon={LabelIcon} className={styles['rare']}>
            {t('organise:label')}
          </Button>
        }
        actions={labelRows(picked, organise, t)}
      />
      <Menu
        label={t('organise:rate')}
        placement="top start"
        trigger={
          <Button variant="ghost" size="sm" icon={RateIcon} className={styles['rare']}>
            {t('organise:rate')}
          </Button>
        }
        actions={ratingRows(picked, organise, t)}
      />
      <IconButton
        label={t(areFavourites ? 'library:removeFavourite' : 'organise:favourite')}
        glyph={StarIcon}
        tooltipPlacement="top"
        onPress={() =>
          void organise.change(ids, { type: 'favourite', isFavourite: !areFavourites })
        }
      />
      <KeepHereButton ids={ids} />
      <Button
        variant="ghost"
        size="sm"
        icon={TrashIcon}
        className={styles['word']}
        onPress={onTrash}
      >
        {t('organise:moveToTrash')}
      </Button>
    </>
  );
}

/** `41 s · 198 MB`; nothing until it is known. */
export function sumWords(sums: SelectionSums | null): string {
  return sums ? `${formatDuration(sums.durationMs)} · ${formatBytes(sums.bytes)}` : '';
}
