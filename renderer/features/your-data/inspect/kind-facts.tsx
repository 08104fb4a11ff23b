// What the data map says of a kind, and what of it is in the cloud until when.
import type { DataKind, InventoryRow } from '#shared/contract/data.ts';
import { dataMap, type DataMapEntry } from '#shared/domain/data-map.ts';
import { formatCount, formatDate } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import type { Translate } from '../../../i18n/translate.ts';
import { KeyValues } from '../../../ui/key-values.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { recipientWords } from '../data-map/data-map-tab.tsx';
import type { CloudFacts } from '../data-map/places.ts';

export interface KindFactsProps {
  readonly kind: DataKind;
  /** `undefined` until it is counted. */
  readonly inventory: InventoryRow | undefined;
  readonly cloud: CloudFacts | null;
}

export function KindFacts({ kind, inventory, cloud }: KindFactsProps) {
  const t = useTranslate();
  const isDemo = cloud?.isDemo ?? true;
  const entry: DataMapEntry = dataMap[kind];
  const recipients = isDemo ? entry.recipients.slice(0, 1) : entry.recipients;
  return (
    <Panel title={t('inspect:facts')} isPadded>
      <KeyValues
        pairs={[
          { id: 'purpose', name: t('yourData:purpose'), value: entry.purpose },
          { id: 'basis', name: t('yourData:basis'), value: t(`yourData:bases.${entry.basis}`) },
          { id: 'goes', name: t('yourData:mapGoes'), value: entry.whatGoes },
          { id: 'who', name: t('yourData:mapWho'), value: recipientWords(recipients, isDemo, t) },
          { id: 'kept', name: t('yourData:mapKept'), value: entry.retention },
          { id: 'where', name: t('yourData:mapWhere'), value: entry.where },
          { id: 'cloud', name: t('inspect:heldInCloud'), value: heldWords(t, inventory) },
        ]}
      />
    </Panel>
  );
}

function heldWords(t: Translate, inventory: InventoryRow | undefined): string {
  const count = inventory?.inCloudCount ?? 0;
  if (count === 0) return t('inspect:heldNothing');
  const figure = formatCount(count);
  const until = inventory?.cloudUntil ?? null;
  return until === null
    ? t('inspect:held', { count, figure })
    : t('inspect:heldUntil', { count, figure, date: formatDate(until) });
}
