// A tick box with its words; a figure may stand at the right. Must not be used for what takes effect at once: that is a Switch.
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components';
import { Check, Minus } from 'lucide-react';
import styles from './checkbox.module.css';
import { classNames } from './class-names.ts';

export interface CheckboxProps extends Pick<
  AriaCheckboxProps,
  'isDisabled' | 'isIndeterminate' | 'autoFocus' | 'name'
> {
  /** The accessible name; seen unless `isLabelHidden`. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Faint, at the right, such as a count or a size. Not part of the name. */
  readonly trailing?: ReactNode;
  /** 14 px in facets, 16 px elsewhere. */
  readonly size?: 'sm' | 'md';
  /** With a dark plate, for use on a poster. */
  readonly isOnMedia?: boolean;
  readonly className?: string | undefined;
}

export function Checkbox(props: CheckboxProps) {
  const {
    label,
    isLabelHidden = false,
    trailing,
    size = 'md',
    isOnMedia,
    className,
    ...rest
  } = props;
  return (
    <AriaCheckbox
      {...rest}
      aria-label={label}
      className={classNames(
        styles['checkbox'],
        styles[size],
        isOnMedia === true && styles['media'],
        className,
      )}
    >
      {({ isIndeterminate, isSelected }) => (
        <>
          <span className={styles['box']} aria-hidden="true">
            {isIndeterminate ? <Tick of={Minus} /> : isSelected && <Tick of={Check} />}
          </span>
          {!isLabelHidden && <span className={styles['label']}>{label}</span>}
          {trailing !== undefined && <span className={styles['trailing']}>{trailing}</span>}
        </>
      )}
    </AriaCheckbox>
  );
}

function Tick({ of: Glyph }: { readonly of: typeof Check }) {
  return <Glyph size={12} strokeWidth={2.75} />;
}
