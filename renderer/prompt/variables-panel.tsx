// The variables of the prompt: each with its values, to be added and taken out. What stands in the prompt itself is changed there.
import { useState } from 'react';
import type { Variable } from '#shared/domain/prompt-variables.ts';
import {
  longestVariableValue,
  mostVariableValues,
  tidyValues,
} from '#shared/domain/prompt-variables.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Chip, RemovableChip } from '../ui/chip.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './variables-panel.module.css';

export interface VariablesPanelProps {
  readonly variables: readonly Variable[];
  readonly onChange: (name: string, values: readonly string[]) => void;
  /** One sentence, when it is time to say so. */
  readonly problem: string | null;
}

export function VariablesPanel({ variables, onChange, problem }: VariablesPanelProps) {
  const t = useTranslate();
  if (variables.length === 0) return null;
  return (
    <section aria-label={t('compose:variables')} className={styles['panel']}>
      {variables.map((variable) => (
        <div
          key={variable.name}
          role="group"
          aria-label={variable.name}
          className={styles['variable']}
        >
          <Chip look="accent">{variable.name}</Chip>
          <div className={styles['values']}>
            {variable.values.map((value) =>
              variable.isInline ? (
                <Chip key={value}>{value}</Chip>
              ) : (
                <RemovableChip
                  key={value}
                  label={value}
                  removeLabel={t('compose:variableRemove', { value, name: variable.name })}
                  onRemove={() =>
                    onChange(
                      variable.name,
                      variable.values.filter((other) => other !== value),
                    )
                  }
                />
              ),
            )}
            {!variable.isInline && variable.values.length < mostVariableValues && (
              <NewValue variable={variable} onChange={onChange} />
            )}
          </div>
        </div>
      ))}
      {problem !== null && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </section>
  );
}

type NewValueProps = Pick<VariablesPanelProps, 'onChange'> & { readonly variable: Variable };

/** Enter adds, and so does leaving; several at once with semicolons, since a value may hold a comma. */
function NewValue({ variable: { name, values }, onChange }: NewValueProps) {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const add = () => {
    if (typed.trim() === '') return;
    onChange(name, tidyValues([...values, ...typed.split(';')]));
    setTyped('');
  };
  return (
    <div className={styles['new']}>
      <TextField
        size="sm"
        aria-label={t('compose:variableAdd', { name })}
        placeholder={t('compose:variableAddHint')}
        maxLength={longestVariableValue}
        value={typed}
        onChange={setTyped}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) add();
        }}
      />
    </div>
  );
}
