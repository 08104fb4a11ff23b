// A key as it is printed on the keyboard. A hint for the eye: hidden from assistive technology, so that the name of the
// control around it stays exactly its words.
import { classNames } from './class-names.ts';
import styles from './kbd.module.css';

export interface KbdProps {
  /** The key, such as `⌘K` or `/`. */
  readonly children: string;
  /** Without the border, inside menus. */
  readonly isPlain?: boolean;
  readonly className?: string | undefined;
}

export function Kbd({ children, isPlain = false, className }: KbdProps) {
  return (
    <kbd
      aria-hidden="true"
      className={classNames(styles['kbd'], isPlain && styles['plain'], className)}
    >
      {children}
    </kbd>
  );
}
