// The controls over the ledger: find, destination, outcome, period, and saving what is found.
import type { LedgerSum } from '#shared/contract/data.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { DownloadIcon } from '../../../ui/icons.ts';
import { Menu } from '../../../ui/menu.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { type LedgerChoice, ledgerPeriods, outcomes } from './ledger-filters.ts';
import { hostWords } from './ledger-hosts.tsx';
import styles from './ledger-bar.module.css';

export interface LedgerBarProps {
  readonly choice: LedgerChoice;
  readonly onChoice: (choice: LedgerChoice) => void;
  readonly sums: readonly LedgerSum[];
  readonly isSaving: boolean;
  readonly onSave: (format: 'csv' | 'json') => void;
}

const any = 'any';

export function LedgerBar({ choice, onChoice, sums, isSaving, onSave }: LedgerBarProps) {
  const t = useTranslate();
  const change = (next: Partial<LedgerChoice>) => onChoice({ ...choice, ...next });
  const option = <V extends string>(values: readonly V[], value: string): V | null =>
    values.find((candidate) => candidate === value) ?? null;
  return (
    <div role="group" aria-label={t('yourData:ledgerFilters')} className={styles['bar']}>
      <SearchField
        className={styles['find']}
        label={t('yourData:ledgerFind')}
        placeholder={t('yourData:ledgerFindHint')}
        value={choice.words}
        onChange={(words) => change({ words })}
      />
      <Select
        className={styles['choice']}
        size="sm"
        label={t('yourData:ledgerHost')}
        isLabelHidden
        options={[
          { value: any, label: t('yourData:ledgerAllHosts') },
          ...sums.map(({ host }) => ({ value: host, label: hostWords(t, host) })),
        ]}
        value={choice.host ?? any}
        onChange={(host) => change({ host: host === any ? null : host })}
      />
      <Select
        className={styles['choice']}
        size="sm"
        label={t('yourData:ledgerOutcome')}
        isLabelHidden
        options={[
          { value: any, label: t('yourData:ledgerAnyOutcome') },
          ...outcomes.map((value) => ({ value, label: t(`yourData:outcomes.${value}`) })),
        ]}
        value={choice.outcome ?? any}
        onChange={(value) => change({ outcome: option(outcomes, value) })}
      />
      <Select
        className={styles['choice']}
        size="sm"
        label={t('yourData:ledgerPeriod')}
        isLabelHidden
        options={[
          { value: any, label: t('yourData:ledgerAnyTime') },
          ...ledgerPeriods.map((value) => ({ value, label: t(`yourData:ledgerLast.${value}`) })),
        ]}
        value={choice.period ?? any}
        onChange={(value) => change({ period: option(ledgerPeriods, value) })}
      />
      <Menu
        label={t('yourData:ledgerSaveAs')}
        trigger={
          <Button size="sm" icon={DownloadIcon} busy={isSaving} className={styles['save']}>
            {t('yourData:ledgerSave')}
          </Button>
        }
        actions={[
          { id: 'csv', label: t('yourData:ledgerSaveCsv'), onAction: () => onSave('csv') },
          { id: 'json', label: t('yourData:ledgerSaveJson'), onAction: () => onSave('json') },
        ]}
      />
    </div>
  );
}
