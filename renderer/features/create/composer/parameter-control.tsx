// One parameter of a model as the control that fits it. Knows no parameter by name.
import type { ParameterValue } from '#shared/gateway/model.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { AspectMark } from '../../../ui/aspect-mark.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { Select } from '../../../ui/select.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Control } from './controls.ts';
import styles from './parameter-control.module.css';

export interface ParameterControlProps {
  readonly control: Control;
  readonly value: ParameterValue;
  readonly onChange: (value: ParameterValue) => void;
  readonly problem: string | null;
  readonly className?: string | undefined;
}

export function ParameterControl(props: ParameterControlProps) {
  const { control, value, onChange, problem, className } = props;
  const { label } = control.parameter;
  switch (control.look) {
    case 'segments':
      return (
        <SegmentedControl
          isWide
          label={label}
          segments={control.parameter.values.map((choice) => ({
            ...choice,
            ...(control.isAspect && {
              mark: (
                <span className={styles['mark']}>
                  <AspectMark ratio={choice.value} />
                </span>
              ),
            }),
          }))}
          value={String(value)}
          onChange={onChange}
          className={className}
        />
      );
    case 'select':
      return (
        <Select
          label={label}
          options={control.parameter.values}
          value={String(value)}
          onChange={onChange}
          problem={problem}
          className={className}
        />
      );
    case 'slider':
      return <RangeSlider {...props} range={control.parameter} />;
    case 'switch':
      return (
        <Switch
          label={label}
          isSelected={value === true}
          onChange={onChange}
          className={className}
        />
      );
    case 'text':
      return (
        <TextField
          label={label}
          value={String(value)}
          onChange={onChange}
          problem={problem}
          className={className}
        />
      );
    default:
      return control satisfies never;
  }
}

type Range = Extract<Control, { look: 'slider' }>['parameter'];

function RangeSlider({
  range,
  value,
  onChange,
  className,
}: ParameterControlProps & { readonly range: Range }) {
  const t = useTranslate();
  const { label, unit, minimum, maximum, step } = range;
  return (
    <Slider
      label={label}
      value={typeof value === 'number' ? value : range.default}
      onChange={onChange}
      minimum={minimum}
      maximum={maximum}
      step={step}
      unit={unit}
      inputLabel={
        unit === 's' ? t('create:unitSeconds', { label }) : t('create:unitOther', { label, unit })
      }
      className={className}
    />
  );
}
