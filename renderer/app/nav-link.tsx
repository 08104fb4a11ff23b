// A link of the sidebar. Its name stays exactly its word: the count beside it is hidden from assistive technology.
import { Link } from 'react-aria-components';
import { classNames } from '../ui/class-names.ts';
import { Icon, type IconGlyph } from '../ui/icon.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import styles from './sidebar.module.css';

export interface NavLinkProps {
  readonly href: string;
  readonly label: string;
  readonly glyph: IconGlyph;
  readonly isCurrent: boolean;
  readonly isRail: boolean;
  readonly count?: string | undefined;
  /** Work is going on there. */
  readonly isLive?: boolean;
}

export function NavLink(props: NavLinkProps) {
  const { href, label, glyph, isCurrent, isRail, count, isLive = false } = props;
  return (
    <Tooltip text={label} placement="right" isDisabled={!isRail}>
      <Link
        href={href}
        {...(isRail && { 'aria-label': label })}
        {...(isCurrent && { 'aria-current': 'page' as const })}
        className={styles['link'] ?? ''}
      >
        <Icon glyph={glyph} className={styles['link-icon']} />
        {!isRail && <span>{label}</span>}
        {!isRail && count !== undefined && (
          <span
            aria-hidden="true"
            className={classNames(styles['count'], isLive && styles['live'])}
          >
            {count}
          </span>
        )}
        {isRail && isLive && <span aria-hidden="true" className={styles['live-dot']} />}
      </Link>
    </Tooltip>
  );
}
