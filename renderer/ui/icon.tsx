// One drawing of an icon: 14, 16 or 20 px, a stroke of 1.5 on its grid of 24 units, hidden from assistive technology.
// Must not carry meaning alone: the word stands beside it, or the control around it has a name.
import type { LucideIcon } from 'lucide-react';
import { classNames } from './class-names.ts';
import styles from './icon.module.css';

export type IconGlyph = LucideIcon;
export type IconSize = 14 | 16 | 20;

export interface IconProps {
  readonly glyph: IconGlyph;
  /** 14 beside small text, 16 in navigation and bars, 20 in large marks. */
  readonly size?: IconSize;
  /** Only the favourite star and Play are ever filled. */
  readonly isFilled?: boolean;
  readonly className?: string | undefined;
}

export function Icon({ glyph: Glyph, size = 16, isFilled = false, className }: IconProps) {
  return (
    <Glyph
      size={size}
      strokeWidth={1.5}
      aria-hidden="true"
      focusable="false"
      className={classNames(styles['icon'], isFilled && styles['filled'], className)}
    />
  );
}
