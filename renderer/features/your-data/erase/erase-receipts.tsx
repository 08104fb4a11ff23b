// What was erased on this device, newest first: how much of what, what the cloud has confirmed, and a way to keep it as a file.
import type { EraseReceipt } from '#shared/contract/erase.ts';
import { dataKinds, type DataKind } from '#shared/domain/data-kinds.ts';
import { keptKinds, type KeptKind } from '#shared/domain/erase-subject.ts';
import { useStudioQuery } from '../../../engine/queries.ts';
import { formatBytes, formatCount, formatDateTime } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { DownloadIcon } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Table } from '../../../ui/table.tsx';
import styles from './receipt-tab.module.css';
import { useSaveReceipt } from './use-save-receipt.ts';

export function EraseReceipts() {
  const t = useTranslate();
  const receipts = useStudioQuery('erase.receipts', {}).data?.items ?? [];
  const save = useSaveReceipt();
  if (receipts.length === 0) return null;
  return (
    <div className={styles['page']}>
      <Panel title={t('erase:receiptsTitle')} className={styles['receipts']}>
        <Table
          label={t('erase:receiptsTitle')}
          columns={[
            {
              id: 'time',
              heading: t('erase:receiptTime'),
              tone: 'strong',
              cell: ({ orderedAt }) => formatDateTime(orderedAt),
            },
            {
              id: 'what',
              heading: t('erase:receiptWhat'),
              wraps: true,
              cell: ({ subject }) =>
                subject.kind === null
                  ? t(`erase:subject.${subject.type}`)
                  : t(`erase:kinds.${subject.kind}`),
            },
            {
              id: 'gone',
              heading: t('erase:receiptGone'),
              wraps: true,
              cell: (one) => goneWords(t, one),
            },
            {
              id: 'cloud',
              heading: t('erase:receiptCloud'),
              tone: 'muted',
              cell: ({ cloud }) =>
                cloud.asked === 0 ? t('erase:notAsked') : t('erase:confirmedOf', cloud),
            },
            {
              id: 'state',
              heading: t('erase:receiptState'),
              tone: 'muted',
              wraps: true,
              cell: (one) => stateWords(t, one),
            },
            {
              id: 'save',
              heading: '',
              align: 'end',
              cell: (one) => saveButton(one, t, save),
            },
          ]}
          rows={receipts}
          rowKey={({ id }) => id}
        />
      </Panel>
    </div>
  );
}

function saveButton(
  { id, orderedAt }: EraseReceipt,
  t: Translate,
  save: ReturnType<typeof useSaveReceipt>,
) {
  return (
    <IconButton
      size="sm"
      glyph={DownloadIcon}
      label={t('erase:saveReceiptOf', { time: formatDateTime(orderedAt) })}
      onPress={() => save(id, orderedAt)}
    />
  );
}

function goneWords(t: Translate, { removed, where }: EraseReceipt): string {
  if (where === 'cloud') return t('erase:staysHere');
  const bytes = removed.reduce((sum, row) => sum + row.bytes, 0);
  const things = removed.flatMap(({ kind, count }) => {
    if (isKept(kind)) return t(`erase:things.${kind}`, { count });
    return isKind(kind) ? t(`yourData:things.${kind}`, { count, figure: formatCount(count) }) : [];
  });
  const words = things
    .map((word, index) => (index === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1)))
    .join(', ');
  if (words === '') return t('erase:goneNothing');
  return bytes > 0 ? `${words} · ${formatBytes(bytes)}` : words;
}

const isKind = (kind: string): kind is DataKind => (dataKinds as readonly string[]).includes(kind);
const isKept = (kind: string): kind is KeptKind => (keptKinds as readonly string[]).includes(kind);

function stateWords(t: Translate, { endedAt, filesLeft, wasCancelled }: EraseReceipt): string {
  if (endedAt === null) return t('erase:isUnderWay');
  if (filesLeft > 0) return t('erase:filesLeft', { count: filesLeft });
  return t(wasCancelled ? 'erase:isStopped' : 'erase:isDone');
}
