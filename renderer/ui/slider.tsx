// A number on a track: the value is written beside the label, and typing there sets it.
// Must not be used where the exact number does not matter to the person and a choice of words would do.
import {
  Input,
  Label,
  NumberField,
  Slider as AriaSlider,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import styles from './slider.module.css';

export interface SliderProps {
  /** Seen above, unless `isLabelHidden`. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly onChangeEnd?: (value: number) => void;
  readonly minimum: number;
  readonly maximum: number;
  readonly step?: number;
  /** Written after the number, such as `s`. */
  readonly unit?: string;
  /** What assistive technology hears for the typed number, such as "Duration in seconds". */
  readonly inputLabel?: string;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

export function Slider(props: SliderProps) {
  const { label, isLabelHidden = false, value, onChange, onChangeEnd, minimum, maximum } = props;
  const { step = 1, unit, inputLabel, isDisabled = false, className } = props;
  const share = maximum > minimum ? (value - minimum) / (maximum - minimum) : 0;
  const finish = onChangeEnd && { onChangeEnd };
  return (
    <AriaSlider<number>
      {...(isLabelHidden && { 'aria-label': label })}
      {...finish}
      value={value}
      onChange={onChange}
      minValue={minimum}
      maxValue={maximum}
      step={step}
      isDisabled={isDisabled}
      className={classNames(field['field'], className)}
    >
      {!isLabelHidden && (
        <div className={field['label-row']}>
          <Label>{label}</Label>
          <NumberField
            aria-label={inputLabel ?? `${label}, ${unit ?? ''}`}
            value={value}
            onChange={(typed) => {
              if (Number.isNaN(typed)) return;
              onChange(typed);
              onChangeEnd?.(typed);
            }}
            minValue={minimum}
            maxValue={maximum}
            step={step}
            isDisabled={isDisabled}
            className={styles['figure'] ?? ''}
          >
            <Input className={styles['input'] ?? ''} />
            {unit !== undefined && <span aria-hidden="true">{unit}</span>}
          </NumberField>
        </div>
      )}
      <SliderTrack className={styles['track'] ?? ''}>
        <span
          className={styles['rail']}
          style={{ backgroundSize: `${share * 100}% 100%, 100% 100%` }}
        />
        <SliderThumb className={styles['thumb'] ?? ''} />
      </SliderTrack>
    </AriaSlider>
  );
}
