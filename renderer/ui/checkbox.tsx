// A tick box with its words; a figure may stand at the right. Must not be used for what takes effect at once: that is a Switch.
// The browser's own box, hidden from the eye: fifty of them stand beside the Library, and each of React Aria's is a tree of its own (ADR 43).
import { Check, Minus } from 'lucide-react';
import { type ReactNode, type RefCallback, useCallback } from 'react';
import styles from './checkbox.module.css';
import { classNames } from './class-names.ts';
import hidden from './visually-hidden.module.css';

export interface CheckboxProps {
  /** The accessible name; seen unless `isLabelHidden`. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly isSelected: boolean;
  /** Some of what it stands for is selected. */
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
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
  const { label, isLabelHidden = false, isSelected, isIndeterminate = false, trailing } = props;
  const { size = 'md', isOnMedia = false, isDisabled = false, onChange, className } = props;
  const mark: RefCallback<HTMLInputElement> = useCallback(
    (box) => {
      if (box) box.indeterminate = isIndeterminate; // an element has no attribute for it
    },
    [isIndeterminate],
  );
  return (
    <label
      className={classNames(
        styles['checkbox'],
        styles[size],
        isOnMedia && styles['media'],
        isDisabled && styles['disabled'],
        className,
      )}
    >
      <input
        ref={mark}
        type="checkbox"
        aria-label={label}
        checked={isSelected}
        disabled={isDisabled}
        className={hidden['hidden']}
        onChange={(event) => onChange(event.target.checked)}
        onKeyDown={(event) => {
          if (event.key === ' ') event.stopPropagation(); // is meant for the box, not for the card it lies on
        }}
      />
      <span className={styles['box']} aria-hidden="true">
        {isIndeterminate ? <Tick of={Minus} /> : isSelected && <Tick of={Check} />}
      </span>
      {!isLabelHidden && <span className={styles['label']}>{label}</span>}
      {trailing !== undefined && <span className={styles['trailing']}>{trailing}</span>}
    </label>
  );
}

function Tick({ of: Glyph }: { readonly of: typeof Check }) {
  return <Glyph size={12} strokeWidth={2.75} />;
}
