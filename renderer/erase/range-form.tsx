// Which clips are erased: by when they were made, their rating and their size. Says a filter, counts nothing.
import { highestRating } from '#shared/domain/clip-change.ts';
import { formatBytes } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { AskedSubject } from './erase-flow.ts';
import styles from './erase-question.module.css';
import { dayOf, timeOfDay } from './filter-days.ts';

type Filter = Extract<AskedSubject, { type: 'matching' }>['filter'];

export interface RangeFormProps {
  readonly filter: Filter;
  readonly isDisabled: boolean;
  readonly onChange: (filter: Filter) => void;
}

const sizes = [10_000_000, 50_000_000, 100_000_000, 500_000_000] as const;

export function RangeForm({ filter, isDisabled, onChange }: RangeFormProps) {
  const t = useTranslate();
  const { madeSince, madeBefore, ratedAtMost, largerThanBytes, keepFavourites = true } = filter;
  const set = (name: 'madeSince' | 'madeBefore', day: string) => {
    const { [name]: _before, ...rest } = filter;
    const time = timeOfDay(day);
    onChange(time === null ? rest : { ...rest, [name]: time });
  };
  return (
    <div className={styles['form']}>
      <TextField
        label={t('erase:madeSince')}
        type="date"
        value={dayOf(madeSince)}
        isDisabled={isDisabled}
        onChange={(day) => set('madeSince', day)}
      />
      <TextField
        label={t('erase:madeBefore')}
        type="date"
        value={dayOf(madeBefore)}
        isDisabled={isDisabled}
        onChange={(day) => set('madeBefore', day)}
      />
      <Select
        label={t('erase:rated')}
        isDisabled={isDisabled}
        options={[
          { value: 'any', label: t('erase:anyRating') },
          { value: '0', label: t('erase:noRating') },
          ...Array.from({ length: highestRating - 1 }, (_, index) => ({
            value: String(index + 1),
            label: t('erase:ratedAtMost', { count: index + 1 }),
          })),
        ]}
        value={ratedAtMost === undefined ? 'any' : String(ratedAtMost)}
        onChange={(value) => {
          const { ratedAtMost: _before, ...rest } = filter;
          onChange(value === 'any' ? rest : { ...rest, ratedAtMost: Number(value) });
        }}
      />
      <Select
        label={t('erase:larger')}
        isDisabled={isDisabled}
        options={[
          { value: 'any', label: t('erase:anySize') },
          ...sizes.map((bytes) => ({
            value: String(bytes),
            label: t('erase:largerThan', { bytes: formatBytes(bytes) }),
          })),
        ]}
        value={largerThanBytes === undefined ? 'any' : String(largerThanBytes)}
        onChange={(value) => {
          const { largerThanBytes: _before, ...rest } = filter;
          onChange(value === 'any' ? rest : { ...rest, largerThanBytes: Number(value) });
        }}
      />
      <Checkbox
        label={t('erase:keepFavourites')}
        isSelected={keepFavourites}
        isDisabled={isDisabled}
        onChange={(keeps) => onChange({ ...filter, keepFavourites: keeps })}
        className={styles['wide']}
      />
    </div>
  );
}
