// A word or an icon on a poster or a video, on a dark plate so that it reads on any picture.
import { classNames } from './class-names.ts';
import { Icon, type IconGlyph } from './icon.tsx';
import styles from './media-badge.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface MediaBadgeProps {
  /** The words; hidden from the eye when only the icon is drawn. */
  readonly text: string;
  readonly icon?: IconGlyph;
  readonly isIconOnly?: boolean;
  readonly isFilled?: boolean;
  /** 16 px for durations and marks, 22 px for a reason such as "Refused". */
  readonly size?: 'sm' | 'lg';
  readonly tone?: 'plain' | 'warning' | 'danger';
}

export function MediaBadge(props: MediaBadgeProps) {
  const { text, icon, isIconOnly = false, isFilled = false, size = 'sm', tone = 'plain' } = props;
  return (
    <span className={classNames(styles['badge'], styles[size], styles[tone])}>
      {icon && <Icon glyph={icon} size={14} isFilled={isFilled} className={styles['icon']} />}
      {isIconOnly ? <VisuallyHidden>{text}</VisuallyHidden> : text}
    </span>
  );
}
