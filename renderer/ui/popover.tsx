// A surface that floats beside the control which opened it. Put it beside the button inside `PopoverTrigger`.
// Must not hold what a person has to see: that belongs on the page or in a dialog.
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import styles from './popover.module.css';

export interface PopoverProps {
  /** The accessible name of what opens. */
  readonly label: string;
  /** One `Button` or `IconButton`. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'bottom' | 'top';
  /** Fixed width in px; as wide as its content otherwise. */
  readonly widthPx?: number;
}

export function Popover({
  label,
  trigger,
  children,
  placement = 'bottom end',
  widthPx,
}: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover
        placement={placement}
        offset={6}
        className={classNames(styles['surface'], styles['padded'])}
        {...(widthPx !== undefined && { style: { width: widthPx } })}
      >
        <Dialog aria-label={label} className={styles['content'] ?? ''}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
