// The rules that clean up by themselves: what they mean, and what they would do now, before they are saved. Off until then.
import { useState } from 'react';
import type { CleanUpRule } from '#shared/domain/studio-settings.ts';
import { errorWords } from '../engine/error-words.ts';
import { useStudioCommand, useStudioQuery } from '../engine/queries.ts';
import { formatBytes } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CheckIcon, ProblemIcon } from '../ui/icons.ts';
import { KeyValues } from '../ui/key-values.tsx';
import { Note } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { useToasts } from '../ui/toast.tsx';
import styles from './rules-dialog.module.css';

const ages = [30, 90, 180, 365, 730] as const;
const sizes = [10_000_000, 50_000_000, 100_000_000, 500_000_000] as const;
const periods = [7, 30, 90] as const;
const firstRule: CleanUpRule = { olderThanDays: 180, largerThanBytes: null, onlyUnrated: true };

export interface Rules {
  readonly cleanUp: CleanUpRule | null;
  readonly trashDays: number | null;
}

/** `rules` are those that hold now. */
export function RulesDialog(props: { readonly rules: Rules; readonly onClose: () => void }) {
  const { onClose } = props;
  const t = useTranslate();
  const toasts = useToasts();
  const [rules, setRules] = useState(props.rules);
  const save = useStudioCommand('settings.change');
  const isBoundless =
    rules.cleanUp?.olderThanDays === null && rules.cleanUp.largerThanBytes === null;
  const keep = () =>
    save.mutate(rules, {
      onSuccess: () => {
        toasts.show({ text: t('erase:rulesSaved'), icon: CheckIcon });
        onClose();
      },
    });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t('erase:rulesTitle')}
      description={t('erase:rulesText')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={isBoundless} busy={save.isPending} onPress={keep}>
            {t('erase:saveRules')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Switch
          label={t('erase:ruleOn')}
          note={t('erase:ruleOnNote')}
          isSelected={rules.cleanUp !== null}
          onChange={(isOn) => setRules({ ...rules, cleanUp: isOn ? firstRule : null })}
        />
        {rules.cleanUp && (
          <RuleForm rule={rules.cleanUp} onChange={(cleanUp) => setRules({ ...rules, cleanUp })} />
        )}
        <TrashPeriod
          days={rules.trashDays}
          onChange={(trashDays) => setRules({ ...rules, trashDays })}
        />
        {isBoundless ? (
          <Note icon={ProblemIcon} tone="warning">
            {t('erase:needsBound')}
          </Note>
        ) : (
          <Preview rules={rules} />
        )}
        {save.error && (
          <Note icon={ProblemIcon} tone="danger" isAlert>
            {errorWords(t, save.error)}
          </Note>
        )}
      </div>
    </Dialog>
  );
}

interface RuleFormProps {
  readonly rule: CleanUpRule;
  readonly onChange: (rule: CleanUpRule) => void;
}

function RuleForm({ rule, onChange }: RuleFormProps) {
  const t = useTranslate();
  const options = (values: readonly number[], any: string, word: (value: number) => string) => [
    { value: 'any', label: any },
    ...values.map((value) => ({ value: String(value), label: word(value) })),
  ];
  const numberOf = (value: string) => (value === 'any' ? null : Number(value));
  return (
    <div className={styles['two']}>
      <Select
        label={t('erase:olderThan')}
        options={options(ages, t('erase:anyAge'), (count) => t('erase:days', { count }))}
        value={String(rule.olderThanDays ?? 'any')}
        onChange={(value) => onChange({ ...rule, olderThanDays: numberOf(value) })}
      />
      <Select
        label={t('erase:larger')}
        options={options(sizes, t('erase:anySize'), (bytes) =>
          t('erase:largerThan', { bytes: formatBytes(bytes) }),
        )}
        value={String(rule.largerThanBytes ?? 'any')}
        onChange={(value) => onChange({ ...rule, largerThanBytes: numberOf(value) })}
      />
      <Checkbox
        label={t('erase:onlyUnrated')}
        isSelected={rule.onlyUnrated}
        onChange={(onlyUnrated) => onChange({ ...rule, onlyUnrated })}
      />
    </div>
  );
}

interface TrashPeriodProps {
  readonly days: number | null;
  readonly onChange: (days: number | null) => void;
  readonly isLabelHidden?: boolean;
}

export function TrashPeriod({ days, onChange, isLabelHidden = false }: TrashPeriodProps) {
  const t = useTranslate();
  const all = days === null ? periods : [...new Set([...periods, days])].toSorted((a, b) => a - b);
  return (
    <Select
      label={t('erase:trashAfter')}
      isLabelHidden={isLabelHidden}
      options={[
        { value: 'never', label: t('erase:never') },
        ...all.map((count) => ({ value: String(count), label: t('erase:after', { count }) })),
      ]}
      value={String(days ?? 'never')}
      onChange={(value) => onChange(value === 'never' ? null : Number(value))}
    />
  );
}

function Preview({ rules }: { readonly rules: Rules }) {
  const t = useTranslate();
  const input = { rule: rules.cleanUp, trashDays: rules.trashDays };
  const preview = useStudioQuery('cleanUp.preview', input, { keepsPrevious: true }).data;
  const words = (amount: { readonly count: number; readonly bytes: number } | undefined) =>
    amount ? `${t('erase:clips', { count: amount.count })} · ${formatBytes(amount.bytes)}` : '';
  return (
    <section aria-label={t('erase:wouldGoNow')} aria-live="polite" className={styles['preview']}>
      <h3>{t('erase:wouldGoNow')}</h3>
      <KeyValues
        pairs={[
          { id: 'to', name: t('erase:toTrash'), value: words(preview?.toTrash) },
          { id: 'from', name: t('erase:fromTrash'), value: words(preview?.fromTrash) },
        ]}
      />
    </section>
  );
}
