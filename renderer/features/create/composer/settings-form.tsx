// Model, the model's own parameters and the number of takes, two in a row.
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { Select } from '../../../ui/select.tsx';
import { parametersFor } from '#shared/domain/parameters.ts';
import type { Composition } from './composition.ts';
import { groupControls } from './controls.ts';
import { ParameterControl } from './parameter-control.tsx';
import styles from './settings-form.module.css';
import type { Composer } from './use-composer.ts';

export interface SettingsFormProps {
  readonly composer: Composer;
  readonly composition: Composition;
}

const takeCounts = ['1', '2', '3', '4'] as const;

export function SettingsForm({ composer, composition }: SettingsFormProps) {
  const t = useTranslate();
  const { draft, change, problem } = composer;
  const { model, models, parameters } = composition;
  const { fields, rows, isRowOpen } = groupControls(parametersFor(model, draft.kind));
  const problemFor = (key: string) => (problem?.field === key ? problem.message : null);
  const draw = (control: (typeof fields)[number], look: string | undefined) => {
    const { key } = control.parameter;
    return (
      <ParameterControl
        key={key}
        control={control}
        value={parameters[key] ?? control.parameter.default}
        onChange={(value) => change({ type: 'parameter', key, value })}
        problem={problemFor(key)}
        className={look}
      />
    );
  };
  return (
    <div className={styles['grid']}>
      <Select
        label={t('create:model')}
        options={models.map(({ id, name }) => ({ value: id, label: name }))}
        value={model.id}
        onChange={(modelId) => change({ type: 'model', modelId })}
        problem={problemFor('modelId')}
      />
      {fields.map((control) => draw(control, control.isWide ? styles['wide'] : undefined))}
      {rows.map((control, index) =>
        draw(control, classNames(styles['row'], index % 2 === 0 && styles['row-start'])),
      )}
      <div className={classNames(styles['takes'], !isRowOpen && styles['wide'])}>
        <span aria-hidden="true">{t('create:takes')}</span>
        <SegmentedControl
          isLabelHidden
          size="sm"
          label={t('create:takes')}
          segments={takeCounts.map((value) => ({ value, label: value }))}
          value={takeCounts.find((value) => value === String(draft.takes)) ?? '1'}
          onChange={(value) => change({ type: 'takes', takes: Number(value) })}
        />
      </div>
    </div>
  );
}
