// How long the ledger keeps a request.
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Select } from '../../../ui/select.tsx';
import { useStudioSetting } from '../../../engine/use-studio-setting.ts';
import styles from './ledger-tab.module.css';

const choices = [7, 30, 90, 365] as const;
const forEver = 'ever';

export function LedgerPeriod() {
  const t = useTranslate();
  const days = useStudioSetting('ledgerDays');
  const known = days.value === null ? choices : [...new Set([...choices, days.value])];
  return (
    <div className={styles['kept']}>
      <span>{t('yourData:ledgerKept')}</span>
      <Select
        size="sm"
        label={t('yourData:ledgerKept')}
        isLabelHidden
        options={[
          ...known
            .toSorted((one, other) => one - other)
            .map((count) => ({
              value: String(count),
              label: t('yourData:ledgerDays', { count }),
            })),
          { value: forEver, label: t('yourData:ledgerForEver') },
        ]}
        value={days.value === null ? forEver : String(days.value)}
        onChange={(value) => days.set(value === forEver ? null : Number(value))}
        problem={days.problem}
      />
    </div>
  );
}
