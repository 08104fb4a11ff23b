// What really happened when everything was erased: counts, what was left alone, a checksum. A document, not a promise.
import type { DataKind, WipeReceipt } from '#shared/contract/data.ts';
import { dataMap } from '#shared/domain/data-map.ts';
import { formatBytes, formatCount, formatDateTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { ProblemIcon, VerifiedIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Table } from '../../../ui/table.tsx';
import styles from './receipt-tab.module.css';

export function ReceiptTab({ receipt }: { readonly receipt: WipeReceipt }) {
  const t = useTranslate();
  const isClean = receipt.remaining.length === 0;
  return (
    <div className={styles['page']}>
      <Panel
        title={t('yourData:receiptTitle')}
        note={formatDateTime(receipt.wipedAt)}
        className={styles['receipt']}
      >
        <div className={styles['part']}>
          <Note icon={isClean ? VerifiedIcon : ProblemIcon} tone={isClean ? 'plain' : 'warning'}>
            {isClean
              ? t('yourData:receiptVerified')
              : t('yourData:receiptRemaining', { count: receipt.remaining.length })}
          </Note>
        </div>
        <Table
          label={t('yourData:receiptErased')}
          columns={[
            {
              id: 'kind',
              heading: t('yourData:kind'),
              tone: 'strong',
              cell: ({ kind }) => kindWord(kind),
            },
            {
              id: 'count',
              heading: t('yourData:items'),
              align: 'end',
              cell: ({ count }) => formatCount(count),
            },
            {
              id: 'bytes',
              heading: t('yourData:onThisDevice'),
              align: 'end',
              tone: 'muted',
              cell: ({ bytes }) => (bytes > 0 ? formatBytes(bytes) : ''),
            },
          ]}
          rows={receipt.removed}
          rowKey={({ kind }) => kind}
        />
        {receipt.leftAlone.length > 0 && (
          <div className={styles['part']}>
            <h3 className={styles['title']}>{t('yourData:receiptLeft')}</h3>
            <p>{receipt.leftAlone.join(', ')}</p>
          </div>
        )}
        <p className={styles['checksum']}>sha256 {receipt.checksum}</p>
      </Panel>
    </div>
  );
}

function kindWord(kind: string): string {
  return kind in dataMap ? dataMap[kind as DataKind].label : kind;
}
