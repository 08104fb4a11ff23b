// Your data at a glance: figures, storage, inventory, the last requests; export and erase at the side.
import type { ReactNode } from 'react';
import type { NetworkRequest, Overview } from '#shared/contract/data.ts';
import { dataMap } from '#shared/domain/data-map.ts';
import { formatRoute } from '../../../app/router.ts';
import { formatBytes, formatCount } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StorageBar } from '../../../ui/storage-bar.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { Glance } from './glance.tsx';
import { InventoryTable } from '../data-map/inventory-table.tsx';
import { LedgerTable } from '../ledger/ledger-table.tsx';
import styles from './overview-tab.module.css';
import type { CloudFacts } from '../data-map/places.ts';
import { RecipientsPanel } from './recipients-panel.tsx';
import { storageParts } from './storage-shares.ts';

export interface OverviewTabProps {
  readonly overview: Overview;
  readonly cloud: CloudFacts | null;
  /** The newest ones. */
  readonly requests: readonly NetworkRequest[];
  /** Export and Erase. */
  readonly side: ReactNode;
}

export function OverviewTab({ overview, cloud, requests, side }: OverviewTabProps) {
  const t = useTranslate();
  const { requestCount } = overview.network;
  return (
    <div className={styles['page']}>
      <Glance overview={overview} cloud={cloud} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <StoragePanel overview={overview} />
          <Panel title={t('yourData:inventory')} note={t('yourData:inventoryNote')}>
            <InventoryTable inventory={overview.inventory} cloud={cloud} />
          </Panel>
          <Panel
            title={t('yourData:tabs.ledger')}
            note={t('yourData:ledgerNote')}
            actions={
              requestCount > requests.length && (
                <TextLink href={formatRoute({ screen: 'your-data', tab: 'ledger' })}>
                  {t('yourData:ledgerAll', { figure: formatCount(requestCount) })}
                </TextLink>
              )
            }
          >
            <div className={styles['scroll']}>
              <LedgerTable requests={requests} isNarrow />
            </div>
          </Panel>
        </div>
        <div className={styles['column']}>
          {side}
          <RecipientsPanel cloud={cloud} />
        </div>
      </div>
    </div>
  );
}

function StoragePanel({ overview }: { readonly overview: Overview }) {
  const t = useTranslate();
  const shares = storageParts(overview.inventory).map(({ kind, bytes }) => ({
    id: kind,
    label: kind === 'other' ? t('yourData:other') : dataMap[kind].label,
    bytes,
  }));
  const facts = { free: formatBytes(overview.freeBytes), total: formatBytes(overview.diskBytes) };
  const words = shares.map(({ label, bytes }) => `${label} ${formatBytes(bytes)}`).join(', ');
  return (
    <Panel
      title={t('yourData:storage')}
      note={overview.libraryLabel}
      actions={t('yourData:freeOf', facts)}
      isPadded
    >
      <StorageBar shares={shares} label={`${formatBytes(overview.totalBytes)}: ${words}`} />
    </Panel>
  );
}
