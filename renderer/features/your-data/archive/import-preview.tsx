// The contents of an archive: where it is from, how much of each kind it holds, what of that is new here, and what is not plain.
import type { ArchiveInspection } from '#shared/contract/data.ts';
import { formatBytes, formatCount, formatDateTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { InfoIcon, ProblemIcon, WarningIcon } from '../../../ui/icons.ts';
import { KeyValues } from '../../../ui/key-values.tsx';
import { Note } from '../../../ui/note.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import styles from './import-preview.module.css';
import { conflictAmounts, type ImportRow, importRows, leftOutAmounts } from './import-rows.ts';
import { amountWords } from './import-words.ts';

export function ImportPreview({ inspection }: { readonly inspection: ArchiveInspection }) {
  const t = useTranslate();
  const { missingCount, neededBytes, freeBytes } = inspection;
  const rows = importRows(inspection.wouldDo);
  const twice = conflictAmounts(rows);
  const leftOut = leftOutAmounts(rows);
  return (
    <div className={styles['preview']}>
      <KeyValues pairs={facts(t, inspection)} />
      {rows.length > 0 && (
        <div className={styles['table']}>
          <Table
            label={t('yourData:importContents')}
            columns={columnsOf(t, rows)}
            rows={rows}
            rowKey={({ kind }) => kind}
          />
        </div>
      )}
      {isTooSmall(inspection) && (
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {t('yourData:importTooSmall', {
            needed: formatBytes(neededBytes),
            free: formatBytes(freeBytes),
          })}
        </Note>
      )}
      {missingCount > 0 && (
        <Note icon={WarningIcon} tone="warning">
          {t('yourData:importMissing', {
            count: missingCount,
            figure: formatCount(missingCount),
          })}
        </Note>
      )}
      {twice.length > 0 && (
        <Note icon={InfoIcon}>
          {t('yourData:importTwiceNote', { what: amountWords(t, twice) })}
        </Note>
      )}
      {leftOut.length > 0 && (
        <Note icon={InfoIcon}>
          {t('yourData:importLeftOutNote', { what: amountWords(t, leftOut) })}
        </Note>
      )}
    </div>
  );
}

export function isTooSmall({ neededBytes, freeBytes }: ArchiveInspection): boolean {
  return freeBytes < neededBytes;
}

function facts(t: Translate, inspection: ArchiveInspection) {
  const { fileName, sizeBytes, createdAt, appVersion, mediaBytes } = inspection;
  const { isOfThisLibrary, neededBytes, freeBytes } = inspection;
  const pair = (id: string, name: string, value: string) => ({ id, name, value });
  return [
    pair('file', t('yourData:importFile'), `${fileName} · ${formatBytes(sizeBytes)}`),
    pair(
      'written',
      t('yourData:importWritten'),
      t('yourData:importWrittenBy', { time: formatDateTime(createdAt), version: appVersion }),
    ),
    pair(
      'from',
      t('yourData:importFrom'),
      t(isOfThisLibrary ? 'yourData:importFromHere' : 'yourData:importFromElsewhere'),
    ),
    pair(
      'media',
      t('yourData:importMedia'),
      mediaBytes > 0 ? formatBytes(mediaBytes) : t('yourData:importNoMedia'),
    ),
    pair(
      'room',
      t('yourData:importRoom'),
      t('yourData:importRoomOf', {
        needed: formatBytes(neededBytes),
        free: formatBytes(freeBytes),
      }),
    ),
  ];
}

type Figure = 'total' | 'added' | 'present' | 'conflicts' | 'leftOut';

/** What does not occur has no column. */
function columnsOf(t: Translate, rows: readonly ImportRow[]): TableColumn<ImportRow>[] {
  const figure = (id: Figure, heading: string): TableColumn<ImportRow> => ({
    id,
    heading,
    align: 'end',
    tone: id === 'added' ? 'strong' : 'muted',
    cell: (row) => formatCount(row[id]),
  });
  const occurs = (id: Figure) => rows.some((row) => row[id] > 0);
  return [
    {
      id: 'kind',
      heading: t('yourData:kind'),
      tone: 'strong',
      cell: ({ kind }) => t(`yourData:importKinds.${kind}`),
    },
    figure('total', t('yourData:importInArchive')),
    figure('added', t('yourData:importNew')),
    figure('present', t('yourData:importHere')),
    ...(occurs('conflicts') ? [figure('conflicts', t('yourData:importTwice'))] : []),
    ...(occurs('leftOut') ? [figure('leftOut', t('yourData:importLeftOut'))] : []),
  ];
}
