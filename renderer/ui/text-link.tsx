// An action that reads like a link, in 12 px: "Change", "Open in Library". With `href` it is a real link.
import { Button, Link } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconGlyph } from './icon.tsx';
import styles from './text-link.module.css';

export interface TextLinkProps {
  readonly children: string;
  readonly icon?: IconGlyph;
  /** An address inside the app, from `formatRoute`. */
  readonly href?: string;
  readonly onPress?: () => void;
  readonly className?: string | undefined;
}

export function TextLink({ children, icon, href, onPress, className }: TextLinkProps) {
  const look = classNames(styles['link'], className);
  const content = (
    <>
      {icon && <Icon glyph={icon} size={14} />}
      {children}
    </>
  );
  const press = onPress && { onPress };
  return href === undefined ? (
    <Button {...press} className={look}>
      {content}
    </Button>
  ) : (
    <Link {...press} href={href} className={look}>
      {content}
    </Link>
  );
}
