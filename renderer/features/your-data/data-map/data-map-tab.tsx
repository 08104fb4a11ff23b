// The data map: every kind of data with purpose, legal basis, who gets it, how long it stays, where it lies. Read only.
import { dataKinds, type DataKind } from '#shared/domain/data-kinds.ts';
import { dataMap, type DataMapEntry, type DataPlace } from '#shared/domain/data-map.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { Icon } from '../../../ui/icon.tsx';
import { KeyValues } from '../../../ui/key-values.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { BeyondDevice } from './beyond-device.tsx';
import { Places } from './inventory-table.tsx';
import styles from './data-map-tab.module.css';
import { kindIcons } from '../../../erase/kind-icon.ts';

export interface DataMapTabProps {
  /** The service runs on this device. */
  readonly isDemo: boolean;
}

export function DataMapTab({ isDemo }: DataMapTabProps) {
  const t = useTranslate();
  return (
    <div className={styles['page']}>
      <p className={styles['intro']}>{t(isDemo ? 'yourData:mapIntroDemo' : 'yourData:mapIntro')}</p>
      <Panel title={t('yourData:tabs.map')} note={t('yourData:inventoryNote')}>
        <ul>
          {dataKinds.map((kind) => (
            <MapEntry key={kind} kind={kind} isDemo={isDemo} />
          ))}
        </ul>
      </Panel>
      <BeyondDevice isDemo={isDemo} />
    </div>
  );
}

function MapEntry({ kind, isDemo }: { readonly kind: DataKind; readonly isDemo: boolean }) {
  const t = useTranslate();
  const entry: DataMapEntry = dataMap[kind];
  // The demo is the only one who gets anything while it makes the clips.
  const recipients = isDemo ? entry.recipients.slice(0, 1) : entry.recipients;
  const places = new Set<DataPlace>(['device', ...recipients]);
  return (
    <li className={styles['entry']}>
      <Icon glyph={kindIcons[kind]} className={styles['icon']} />
      <div className={styles['what']}>
        <h3 className={styles['label']}>{entry.label}</h3>
        <p>{entry.purpose}</p>
      </div>
      <KeyValues
        pairs={[
          { id: 'goes', name: t('yourData:mapGoes'), value: entry.whatGoes },
          {
            id: 'who',
            name: t('yourData:mapWho'),
            value: recipientWords(recipients, isDemo, t),
          },
          { id: 'kept', name: t('yourData:mapKept'), value: entry.retention },
        ]}
      />
      <KeyValues
        pairs={[
          { id: 'basis', name: t('yourData:basis'), value: t(`yourData:bases.${entry.basis}`) },
          { id: 'where', name: t('yourData:mapWhere'), value: entry.where },
          {
            id: 'places',
            name: t('yourData:places'),
            value: <Places places={places} isDemo={isDemo} />,
          },
        ]}
      />
    </li>
  );
}

export function recipientWords(
  recipients: DataMapEntry['recipients'],
  isDemo: boolean,
  t: Translate,
): string {
  if (recipients.length === 0) return t('yourData:nobody');
  return recipients
    .map((place) =>
      t(place === 'cloud' && isDemo ? 'yourData:place.demo' : `yourData:place.${place}`),
    )
    .join(', ');
}
