// The push button. One primary per screen; `danger` only inside a dialog. Must not decide what happens, only say it.
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconGlyph } from './icon.tsx';
import { Kbd } from './kbd.tsx';

export type ButtonVariant = 'primary' | 'neutral' | 'ghost' | 'quiet-danger' | 'danger';
/** Heights 24, 28, 32 and 40. */
export type ButtonSize = 'xs' | 'sm' | 'md' | 'lg';

export interface ButtonProps extends Omit<
  AriaButtonProps,
  'children' | 'className' | 'style' | 'isPending'
> {
  /** The verb first; "…" at the end when a dialog follows. This is the whole accessible name. */
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: IconGlyph;
  /** Of the star alone: it is a favourite. */
  readonly isIconFilled?: boolean;
  /** An icon after the label, for buttons that open something. */
  readonly trailingIcon?: IconGlyph;
  /** Shown as a key; not part of the name. */
  readonly shortcut?: string | undefined;
  /** A faint figure after the label; not part of the name. */
  readonly count?: string | undefined;
  /** Work is under way: the label and the width stay. A number from 0 to 1 shows how far. */
  readonly busy?: boolean | number;
  /** Fills the width there is. */
  readonly isWide?: boolean;
  /** A ghost button that is on, such as an open filter. */
  readonly isOn?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const {
    children,
    variant = 'neutral',
    size = 'md',
    icon,
    isIconFilled = false,
    trailingIcon,
    shortcut,
    ...others
  } = props;
  const { count, busy = false, isWide = false, isOn = false, className, ...rest } = others;
  const isBusy = busy !== false;
  const iconSize = size === 'lg' ? 16 : 14;
  return (
    <AriaButton
      {...rest}
      isPending={isBusy}
      className={classNames(
        styles['button'],
        styles[variant],
        styles[size],
        isWide && styles['wide'],
        isOn && styles['on'],
        className,
      )}
    >
      {icon && <Icon glyph={icon} size={iconSize} isFilled={isIconFilled} />}
      <span>{children}</span>
      {count !== undefined && (
        <span aria-hidden="true" className={styles['count']}>
          {count}
        </span>
      )}
      {trailingIcon && <Icon glyph={trailingIcon} size={14} className={styles['trailing']} />}
      {shortcut !== undefined && <Kbd className={styles['shortcut']}>{shortcut}</Kbd>}
      {isBusy && <BusyBar share={typeof busy === 'number' ? busy : null} />}
    </AriaButton>
  );
}

function BusyBar({ share }: { readonly share: number | null }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(styles['busy'], share === null && styles['endless'])}
    >
      <span style={{ width: `${Math.round((share ?? 1) * 100)}%` }} />
    </span>
  );
}
