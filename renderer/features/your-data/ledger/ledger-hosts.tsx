// Who was asked, one destination a row, with sums.
import type { LedgerSum } from '#shared/contract/data.ts';
import { formatBytes, formatCount, formatDateTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { isThisDevice } from './loopback.ts';
import styles from './ledger-tab.module.css';

export function LedgerHosts({ sums }: { readonly sums: readonly LedgerSum[] }) {
  const t = useTranslate();
  return (
    <Panel title={t('yourData:ledgerHosts')} note={t('yourData:ledgerHostsNote')}>
      <div className={styles['scroll']}>
        <Table
          label={t('yourData:ledgerHosts')}
          columns={columnsFor(t)}
          rows={sums}
          rowKey={({ host }) => host}
          empty={t('yourData:ledgerEmpty')}
        />
      </div>
    </Panel>
  );
}

function columnsFor(t: Translate): TableColumn<LedgerSum>[] {
  return [
    {
      id: 'host',
      heading: t('yourData:ledgerHost'),
      tone: 'strong',
      cell: ({ host }) => hostWords(t, host),
    },
    {
      id: 'count',
      heading: t('yourData:ledgerRequests'),
      align: 'end',
      cell: ({ requestCount }) => formatCount(requestCount),
    },
    {
      id: 'failed',
      heading: t('yourData:ledgerFailed'),
      align: 'end',
      tone: 'muted',
      cell: ({ failedCount }) => formatCount(failedCount),
    },
    {
      id: 'sent',
      heading: t('yourData:ledgerSent'),
      align: 'end',
      cell: ({ bytesSent }) => formatBytes(bytesSent),
    },
    {
      id: 'received',
      heading: t('yourData:ledgerReceived'),
      align: 'end',
      cell: ({ bytesReceived }) => formatBytes(bytesReceived),
    },
    {
      id: 'last',
      heading: t('yourData:ledgerLastAt'),
      tone: 'muted',
      align: 'end',
      cell: ({ lastAt }) => formatDateTime(lastAt),
    },
  ];
}

/** Ports of this device come and go, and mean nothing to anybody. */
export const hostWords = (t: Translate, host: string): string =>
  isThisDevice(host) ? `${t('yourData:place.device')} (${host})` : host;
