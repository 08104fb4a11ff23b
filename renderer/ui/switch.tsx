// On or off, at once. Label left, switch right; one muted line says what changes.
import { useId } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './switch.module.css';

export interface SwitchProps extends Pick<AriaSwitchProps, 'isDisabled' | 'autoFocus'> {
  /** The accessible name. */
  readonly label: string;
  /** What changes, in one muted line. Read out as the description. */
  readonly note?: string | undefined;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Only the switch is drawn, where the row already shows the words. */
  readonly isLabelHidden?: boolean;
  readonly className?: string | undefined;
}

export function Switch(props: SwitchProps) {
  const { label, note, isLabelHidden = false, className, ...rest } = props;
  const noteId = useId();
  const hasNote = note !== undefined && !isLabelHidden;
  return (
    <AriaSwitch
      {...rest}
      aria-label={label}
      {...(hasNote && { 'aria-describedby': noteId })}
      className={classNames(styles['switch'], isLabelHidden && styles['alone'], className)}
    >
      {!isLabelHidden && (
        <span className={styles['words']}>
          {label}
          {hasNote && (
            <span id={noteId} className={styles['note']}>
              {note}
            </span>
          )}
        </span>
      )}
      <span className={styles['track']} />
    </AriaSwitch>
  );
}
