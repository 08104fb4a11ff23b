// A name and a shortcut beside a control, after 500 ms and at once while another one is open.
// Must never be the only place of a fact.
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import styles from './tooltip.module.css';

export interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  readonly isDisabled?: boolean;
  /** One control that takes focus. */
  readonly children: ReactElement;
}

const delayMs = 500;

export function Tooltip(props: TooltipProps) {
  const { text, shortcut, placement = 'bottom', isDisabled = false, children } = props;
  return (
    <TooltipTrigger delay={delayMs} closeDelay={0} isDisabled={isDisabled}>
      {children}
      <AriaTooltip placement={placement} offset={6} className={styles['tooltip'] ?? ''}>
        {text}
        {shortcut !== undefined && <span className={styles['shortcut']}>{shortcut}</span>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
