// Erase: what it means, before anybody presses anything; and the receipt of the last time.
import type { WipeReceipt } from '#shared/contract/data.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { TrashIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/panel.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { formatRoute } from '../../app/router.ts';
import styles from './action-panels.module.css';

export function ErasePanel({ receipt }: { readonly receipt: WipeReceipt | null }) {
  const t = useTranslate();
  return (
    <Panel title={t('yourData:eraseTitle')} icon={TrashIcon} isPadded>
      <div className={styles['words']}>
        <p>{t('yourData:eraseText')}</p>
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
