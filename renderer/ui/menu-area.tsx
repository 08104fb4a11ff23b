// Around a list: hears the right button, the menu key and Shift F10, and tells which item was meant and where.
import type { ReactNode } from 'react';
import styles from './menu-area.module.css';

export interface MenuAreaProps {
  /** The key of the item, and px of the window. */
  readonly onMenu: (id: string, at: { readonly x: number; readonly y: number }) => void;
  readonly children: ReactNode;
}

export function MenuArea({ onMenu, children }: MenuAreaProps) {
  return (
    <div
      role="presentation"
      className={styles['area']}
      onContextMenu={(event) => {
        const item = (event.target as Element).closest<HTMLElement>('[data-key]');
        const id = item?.dataset['key'];
        if (!item || id === undefined) return;
        event.preventDefault();
        // the menu key tells no place worth having
        const box = item.getBoundingClientRect();
        const isPointer = event.clientX > 0 || event.clientY > 0;
        onMenu(
          id,
          isPointer ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom },
        );
      }}
    >
      {children}
    </div>
  );
}
