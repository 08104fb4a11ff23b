// The six labels and none, one of them on. Arrow keys move; assistive technology hears a radio group with the names of the colours.
import { Radio, RadioGroup } from 'react-aria-components';
import { type Label, labels } from '#shared/domain/clip-change.ts';
import { LabelDot } from './label-dot.tsx';
import styles from './label-picker.module.css';

export interface LabelPickerProps {
  /** The accessible name. */
  readonly name: string;
  readonly value: Label | null;
  readonly onChange: (label: Label | null) => void;
  readonly nameOf: (label: Label | null) => string;
}

const none = 'none';

export function LabelPicker({ name, value, onChange, nameOf }: LabelPickerProps) {
  return (
    <RadioGroup
      aria-label={name}
      orientation="horizontal"
      value={value ?? none}
      onChange={(chosen) => onChange(labels.find((label) => label === chosen) ?? null)}
      className={styles['group'] ?? ''}
    >
      {[null, ...labels].map((label) => (
        <Radio
          key={label ?? none}
          value={label ?? none}
          aria-label={nameOf(label)}
          className={styles['swatch'] ?? ''}
        >
          <LabelDot label={label} size="md" />
        </Radio>
      ))}
    </RadioGroup>
  );
}
