// Every kind of data: how much, where it is, until when, why.
import type { ReactNode } from 'react';
import type { InventoryRow } from '#shared/contract/data.ts';
import { dataMap, type DataPlace, dataPlaces } from '#shared/domain/data-map.ts';
import { formatRoute } from '../../../app/router.ts';
import { formatBytes, formatCount, formatDate } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { Icon, type IconGlyph } from '../../../ui/icon.tsx';
import { CloudIcon, DeviceIcon, PaymentIcon, ServerIcon } from '../../../ui/icons.ts';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import styles from './inventory-table.module.css';
import { kindIcons } from '../../../erase/kind-icon.ts';
import { type CloudFacts, placesOf } from './places.ts';

export interface InventoryTableProps {
  readonly inventory: readonly InventoryRow[];
  readonly cloud: CloudFacts | null;
}

export function InventoryTable({ inventory, cloud }: InventoryTableProps) {
  const t = useTranslate();
  return (
    <div className={styles['scroll']}>
      <Table
        label={t('yourData:inventory')}
        columns={columnsFor(cloud, t)}
        rows={inventory}
        rowKey={({ kind }) => kind}
      />
    </div>
  );
}

function columnsFor(cloud: CloudFacts | null, t: Translate): TableColumn<InventoryRow>[] {
  return [
    {
      id: 'kind',
      heading: t('yourData:kind'),
      tone: 'strong',
      cell: ({ kind }) => (
        <a
          href={formatRoute({ screen: 'your-data', tab: 'overview', kind })}
          className={styles['kind']}
        >
          <Icon glyph={kindIcons[kind]} size={14} className={styles['glyph']} />
          {dataMap[kind].label}
        </a>
      ),
    },
    {
      id: 'items',
      heading: t('yourData:items'),
      align: 'end',
      cell: ({ count }) => formatCount(count),
    },
    {
      id: 'bytes',
      heading: t('yourData:onThisDevice'),
      align: 'end',
      cell: (row) => bytesOf(row, t),
    },
    {
      id: 'places',
      heading: t('yourData:places'),
      cell: (row) => <Places places={placesOf(row, cloud)} isDemo={cloud?.isDemo ?? true} />,
    },
    {
      id: 'cloud',
      heading: t('yourData:inTheCloud'),
      tone: 'muted',
      cell: ({ inCloudCount }) => (inCloudCount > 0 ? formatCount(inCloudCount) : t('none')),
    },
    {
      id: 'until',
      heading: t('yourData:cloudUntil'),
      tone: 'muted',
      cell: ({ cloudUntil, inCloudCount }) => {
        if (inCloudCount === 0) return '';
        return cloudUntil === null ? t('yourData:untilErased') : formatDate(cloudUntil);
      },
    },
    {
      id: 'purpose',
      heading: t('yourData:purpose'),
      tone: 'muted',
      isWideOnly: true,
      cell: ({ kind }) => <span className={styles['purpose']}>{dataMap[kind].purpose}</span>,
    },
    {
      id: 'basis',
      heading: t('yourData:basis'),
      tone: 'muted',
      isWideOnly: true,
      cell: ({ kind }) => t(`yourData:bases.${dataMap[kind].basis}`),
    },
  ];
}

/** Rows of the database have no bytes of their own. */
function bytesOf({ kind, count, bytes }: InventoryRow, t: Translate): ReactNode {
  if (bytes > 0 || count === 0) return formatBytes(bytes);
  const place = t(kind === 'keychain' ? 'yourData:inKeychain' : 'yourData:inDatabase');
  return <span className={styles['faint']}>{place}</span>;
}

const placeIcons: Readonly<Record<DataPlace, IconGlyph>> = {
  device: DeviceIcon,
  cloud: CloudIcon,
  provider: ServerIcon,
  stripe: PaymentIcon,
};

interface PlacesProps {
  readonly places: ReadonlySet<DataPlace>;
  readonly isDemo: boolean;
}

/** Four fixed columns, so that rows can be read downwards; an empty place is a dot. */
export function Places({ places, isDemo }: PlacesProps) {
  const t = useTranslate();
  const word = (place: DataPlace) =>
    t(place === 'cloud' && isDemo ? 'yourData:place.demo' : `yourData:place.${place}`);
  return (
    <span className={styles['places']}>
      {dataPlaces.map((place) => (
        <span
          key={place}
          className={styles['place']}
          title={places.has(place) ? word(place) : undefined}
        >
          {places.has(place) && (
            <>
              <Icon glyph={placeIcons[place]} size={14} />
              <VisuallyHidden>{word(place)}</VisuallyHidden>
            </>
          )}
        </span>
      ))}
    </span>
  );
}
