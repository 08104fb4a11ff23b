// Erase: what it means, before anybody presses anything; and the receipt of the last time.
import { useState } from 'react';
import type { WipeReceipt } from '#shared/contract/data.ts';
import { formatDateTime } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { ActionRow } from '../../../ui/action-row.tsx';
import {
  AccountIcon,
  ClockIcon,
  CloudIcon,
  DataIcon,
  SettingsIcon,
  TrashIcon,
} from '../../../ui/icons.ts';
import { Panel } from '../../../ui/panel.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { formatRoute } from '../../../app/router.ts';
import { askToErase } from '../../../erase/erase-flow.ts';
import { RulesDialog } from '../../../erase/rules-dialog.tsx';
import { useStudioQuery } from '../../../engine/queries.ts';
import styles from '../action-panels.module.css';

export interface ErasePanelProps {
  readonly receipt: WipeReceipt | null;
  readonly onEverything: () => void;
}

export function ErasePanel({ receipt, onEverything }: ErasePanelProps) {
  const t = useTranslate();
  const settings = useStudioQuery('settings.get', {}).data;
  const [isRulesOpen, setRulesOpen] = useState(false);
  return (
    <Panel title={t('yourData:eraseTitle')} icon={TrashIcon} isPadded>
      <div className={styles['words']}>
        <p>{t('yourData:eraseText')}</p>
        <ul>
          <ActionRow
            icon={ClockIcon}
            label={t('erase:byDate')}
            onPress={() => askToErase({ type: 'matching', filter: { keepFavourites: true } })}
          />
          <ActionRow
            icon={DataIcon}
            label={t('erase:byKind')}
            onPress={() => askToErase({ type: 'kind', kind: 'assets' })}
          />
          <ActionRow
            icon={CloudIcon}
            label={t('erase:cloudOnly')}
            onPress={() => askToErase({ type: 'cloud-copies' })}
          />
          <ActionRow icon={AccountIcon} label={t('erase:everything')} onPress={onEverything} />
          <ActionRow
            icon={SettingsIcon}
            label={t('erase:rules')}
            onPress={() => setRulesOpen(true)}
          />
        </ul>
        {isRulesOpen && settings && (
          <RulesDialog rules={settings} onClose={() => setRulesOpen(false)} />
        )}
        {receipt && (
          <div className={styles['line']}>
            <span className={styles['faint']}>
              {t('yourData:lastErased', { time: formatDateTime(receipt.wipedAt) })}
            </span>
            <TextLink href={formatRoute({ screen: 'your-data', tab: 'receipts' })}>
              {t('yourData:receiptTitle')}
            </TextLink>
          </div>
        )}
      </div>
    </Panel>
  );
}
