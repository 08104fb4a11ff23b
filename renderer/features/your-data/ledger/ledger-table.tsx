// Requests that left the app, one a row: when, where to, why, what went, how much.
import type { NetworkRequest } from '#shared/contract/data.ts';
import { formatBytes, formatShortDate, formatTimeWithSeconds } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { StatusDot } from '../../../ui/status-dot.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { isThisDevice } from './loopback.ts';
import styles from './ledger-table.module.css';

export interface LedgerTableProps {
  readonly requests: readonly NetworkRequest[];
  readonly isHeadSticky?: boolean;
  /** In place of the rows when there are none. */
  readonly empty?: string;
  /** Beside other panels there is room for what went only in a wide window. */
  readonly isNarrow?: boolean;
}

export function LedgerTable(props: LedgerTableProps) {
  const { requests, isHeadSticky = false, isNarrow = false, empty } = props;
  const t = useTranslate();
  return (
    <Table
      label={t('yourData:tabs.ledger')}
      columns={columnsFor(t, isNarrow)}
      rows={requests}
      rowKey={({ id }) => String(id)}
      empty={empty ?? t('yourData:ledgerEmpty')}
      isHeadSticky={isHeadSticky}
    />
  );
}

function columnsFor(t: Translate, isNarrow: boolean): TableColumn<NetworkRequest>[] {
  return [
    {
      id: 'time',
      heading: t('yourData:ledgerTime'),
      tone: 'muted',
      cell: ({ at }) => `${formatShortDate(at)} ${formatTimeWithSeconds(at)}`,
    },
    {
      id: 'host',
      heading: t('yourData:ledgerHost'),
      tone: 'strong',
      cell: ({ host }) => (isThisDevice(host) ? t('yourData:place.device') : host),
    },
    {
      id: 'purpose',
      heading: t('yourData:ledgerPurpose'),
      cell: (request) => <Purpose request={request} />,
    },
    {
      id: 'what',
      heading: t('yourData:ledgerWhat'),
      isWideOnly: isNarrow,
      tone: 'muted',
      cell: ({ dataKinds }) => {
        const words =
          dataKinds.length === 0
            ? t('yourData:nothingPersonal')
            : inSentenceCase(dataKinds.join(', '));
        return (
          <span className={styles['what']} title={words}>
            {words}
          </span>
        );
      },
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
  ];
}

const inSentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What did not work says so beside its purpose. */
function Purpose({ request }: { readonly request: NetworkRequest }) {
  const t = useTranslate();
  const { purpose, outcome, status } = request;
  if (outcome === 'ok') return purpose;
  const word = t(`yourData:outcomes.${outcome}`);
  return (
    <span className={styles['purpose']}>
      {purpose}
      <span className={styles['outcome']}>
        <StatusDot tone={outcome === 'cancelled' ? 'neutral' : 'warning'} />
        {status === null ? word : `${word}, ${status}`}
      </span>
    </span>
  );
}
