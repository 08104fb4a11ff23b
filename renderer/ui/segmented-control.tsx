// Two to five options of one word, one of them on. Arrow keys move; assistive technology hears a radio group.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { Icon, type IconGlyph } from './icon.tsx';
import styles from './segmented-control.module.css';

export interface Segment<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconGlyph;
  /** A small drawing of its own, such as `AspectMark`. */
  readonly mark?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface SegmentedControlProps<Value extends string = string> {
  /** Seen above, unless `isLabelHidden`. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly size?: 'sm' | 'md';
  /** Fills the width there is, in equal parts. */
  readonly isWide?: boolean;
  /** Without the track, for the head of an inspector. */
  readonly isBare?: boolean;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLDivElement>;
}

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, isLabelHidden = false, segments, value, onChange, size = 'md' } = props;
  const { isWide = false, isBare = false, isDisabled = false, className, ref = null } = props;
  const choose = (chosen: string) => {
    const segment = segments.find((candidate) => candidate.value === chosen);
    if (segment) onChange(segment.value);
  };
  return (
    <RadioGroup
      ref={ref}
      {...(isLabelHidden && { 'aria-label': label })}
      orientation="horizontal"
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      className={classNames(field['field'], !isWide && styles['tight'], className)}
    >
      {!isLabelHidden && <Label className={field['label-row']}>{label}</Label>}
      <div
        className={classNames(
          styles['track'],
          styles[size],
          isWide && styles['wide'],
          isBare && styles['bare'],
        )}
      >
        {segments.map(({ value: own, label: word, icon, mark, isDisabled: isOff = false }) => (
          <Radio key={own} value={own} isDisabled={isOff} className={styles['segment'] ?? ''}>
            {icon && <Icon glyph={icon} size={14} />}
            {mark}
            {word}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
