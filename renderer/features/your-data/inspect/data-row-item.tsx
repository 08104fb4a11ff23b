// One row of a kind: what it is, when, how large, where; its file can be shown, its clip opened. Choosing it shows all its fields.
import type { DataKind } from '#shared/contract/data.ts';
import type { DataFile, DataRow } from '#shared/contract/inspect.ts';
import { formatRoute, navigate } from '../../../app/router.ts';
import { mediaUrl } from '../../../engine/media.ts';
import { formatBytes, formatDate, formatDateTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { FilmIcon, FolderIcon } from '../../../ui/icons.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { Poster } from '../../../ui/poster.tsx';
import styles from './inspect-page.module.css';

export interface DataRowItemProps {
  readonly kind: DataKind;
  readonly row: DataRow;
  readonly isChosen: boolean;
  readonly onReveal: (file: DataFile) => void;
}

export function DataRowItem({ kind, row, isChosen, onReveal }: DataRowItemProps) {
  const t = useTranslate();
  const { id, title, picture, file, generationId, bytes, at, where } = row;
  const note = noteOf(t, row);
  return (
    <ListRow
      href={formatRoute({ screen: 'your-data', tab: 'overview', kind, row: id })}
      isSelected={isChosen}
      height={picture ? 56 : 40}
      className={styles['row']}
      {...(picture && {
        leading: (
          <span className={styles['thumb']}>
            <Poster src={mediaUrl(picture.kind, picture.id)} alt="" radius="sm" />
          </span>
        ),
      })}
      title={
        <span className={styles['title']} dir="auto">
          {title === '' ? t('inspect:empty') : title}
        </span>
      }
      {...(note !== '' && { note })}
      middle={
        <span className={styles['middle']}>
          <span className={styles['where']} title={where ?? undefined}>
            {where}
          </span>
          <span className={styles['bytes']}>{bytes !== null && formatBytes(bytes)}</span>
          <span className={styles['at']}>{at !== null && formatDateTime(at)}</span>
        </span>
      }
      actions={
        <span className={styles['actions']}>
          {generationId !== null && (
            <IconButton
              size="sm"
              glyph={FilmIcon}
              label={t('inspect:openClip', { title })}
              onPress={() => navigate({ screen: 'viewer', id: generationId })}
            />
          )}
          {file && (
            <IconButton
              size="sm"
              glyph={FolderIcon}
              label={t('inspect:reveal', { title })}
              onPress={() => onReveal(file)}
            />
          )}
        </span>
      }
    />
  );
}

function noteOf(t: Translate, { note, isInCloud, cloudUntil }: DataRow): string {
  const cloud =
    cloudUntil === null
      ? t('inspect:inCloud')
      : t('inspect:inCloudUntil', { date: formatDate(cloudUntil) });
  return [note, isInCloud ? cloud : ''].filter((part) => part !== '').join(' · ');
}
