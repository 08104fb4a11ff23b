// A menu behind a button: rows of 28 px with icon, word and shortcut. What destroys comes last, after a line.
import { type ReactElement, type ReactNode, useRef } from 'react';
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconGlyph } from './icon.tsx';
import { CheckIcon, RightIcon } from './icons.ts';
import { Kbd } from './kbd.tsx';
import styles from './popover.module.css';

export interface MenuAction {
  readonly id: string;
  /** "…" at the end when a dialog follows. */
  readonly label: string;
  readonly icon?: IconGlyph;
  /** A small drawing of its own instead of the icon, such as `LabelDot`. */
  readonly mark?: ReactNode;
  readonly shortcut?: string;
  /** What it does; unless it opens `actions`. */
  readonly onAction?: () => void;
  /** Opens these beside it. */
  readonly actions?: readonly MenuAction[];
  readonly isDisabled?: boolean;
  /** Red; keep these last. A line is drawn before the first one. */
  readonly isDestructive?: boolean;
  /** A tick, for a choice that is on. */
  readonly isChecked?: boolean;
  /** Draws a line before this row. */
  readonly startsGroup?: boolean;
}

export interface MenuProps {
  /** The accessible name of the menu. */
  readonly label: string;
  /** One `Button` or `IconButton`. */
  readonly trigger: ReactElement;
  readonly actions: readonly MenuAction[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

export function Menu({ label, trigger, actions, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={6} className={styles['surface'] ?? ''}>
        <Rows label={label} actions={actions} />
      </Popover>
    </MenuTrigger>
  );
}

export interface ContextMenuProps {
  readonly label: string;
  /** Where it was asked for, in px of the window; `null` while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly actions: readonly MenuAction[];
  readonly onClose: () => void;
}

/** Asked for with the right button, the menu key or Shift F10: opens at the pointer, or at what has the focus. */
export function ContextMenu({ label, at, actions, onClose }: ContextMenuProps) {
  const point = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={point}
        aria-hidden="true"
        className={styles['point']}
        style={at ? { left: at.x, top: at.y } : undefined}
      />
      {at && (
        // gone at once when it is closed, so that the next one starts with the focus in it
        <Popover
          triggerRef={point}
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) onClose();
          }}
          placement="bottom start"
          offset={2}
          className={styles['surface'] ?? ''}
        >
          <Rows label={label} actions={actions} onClose={onClose} />
        </Popover>
      )}
    </>
  );
}

interface RowsProps extends Pick<MenuProps, 'label' | 'actions'> {
  /** Of a menu without a trigger: nothing else closes it. */
  readonly onClose?: (() => void) | undefined;
  readonly isBeside?: boolean;
}

function Rows({ label, actions, onClose, isBeside = false }: RowsProps) {
  return (
    <AriaMenu
      aria-label={label}
      className={styles['list'] ?? ''}
      {...(onClose && !isBeside && { onClose, autoFocus: 'first' as const })}
      // Closed for itself it goes back to the menu that it stands beside; what was chosen in it closes both.
      {...(onClose && isBeside && { onAction: onClose })}
    >
      {actions.flatMap((action, index) => {
        const row = action.actions ? (
          <Opening key={action.id} action={action} actions={action.actions} onClose={onClose} />
        ) : (
          <Row key={action.id} action={action} />
        );
        return needsLine(actions, index)
          ? [<Separator key={`before-${action.id}`} className={styles['line'] ?? ''} />, row]
          : [row];
      })}
    </AriaMenu>
  );
}

interface OpeningProps extends Pick<RowsProps, 'actions' | 'onClose'> {
  readonly action: MenuAction;
}

function Opening({ action, actions, onClose }: OpeningProps) {
  return (
    <SubmenuTrigger delay={120}>
      <Row action={action} isOpening />
      <Popover offset={-2} crossOffset={-5} className={styles['surface'] ?? ''}>
        <Rows label={action.label} actions={actions} onClose={onClose} isBeside />
      </Popover>
    </SubmenuTrigger>
  );
}

function needsLine(actions: readonly MenuAction[], index: number): boolean {
  const action = actions[index];
  const before = actions[index - 1];
  if (!action || !before) return false;
  return action.startsGroup === true || (action.isDestructive === true && !before.isDestructive);
}

interface RowProps {
  readonly action: MenuAction;
  readonly isOpening?: boolean;
}

function Row({ action, isOpening = false }: RowProps) {
  const {
    id,
    label,
    icon,
    mark,
    shortcut,
    onAction,
    isDisabled = false,
    isDestructive,
    isChecked,
  } = action;
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      {...(onAction && { onAction })}
      className={classNames(styles['item'], isDestructive === true && styles['danger'])}
    >
      {icon && <Icon glyph={icon} size={14} />}
      {mark}
      <span className={styles['word']} dir="auto">
        {label}
      </span>
      {isChecked === true && <Icon glyph={CheckIcon} size={14} className={styles['mark']} />}
      {isOpening && <Icon glyph={RightIcon} size={14} className={styles['opens']} />}
      {shortcut !== undefined && <Kbd isPlain>{shortcut}</Kbd>}
    </MenuItem>
  );
}
