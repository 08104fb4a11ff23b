// A condition that lasts (offline, read-only disk, update ready), over the full width above the toolbar.
// Must not be used for something that happened once.
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconGlyph } from './icon.tsx';

export interface BannerProps {
  readonly icon: IconGlyph;
  /** A short sentence, strong. */
  readonly title: string;
  /** What it means and what happens next. */
  readonly text?: string;
  readonly tone?: 'plain' | 'warning';
  /** At the right: when it is tried next, a button of size `xs`. */
  readonly actions?: ReactNode;
}

export function Banner({ icon, title, text, tone = 'plain', actions }: BannerProps) {
  return (
    <output className={classNames(styles['banner'], styles[tone])}>
      <Icon glyph={icon} className={styles['icon']} />
      <span className={styles['title']}>{title}</span>
      {text !== undefined && <span className={styles['text']}>{text}</span>}
      {actions !== undefined && <span className={styles['actions']}>{actions}</span>}
    </output>
  );
}
