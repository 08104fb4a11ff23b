// The grip by which a row of a list is taken: with the pointer like the whole row, and with the keyboard or a screen reader alone.
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './drag-handle.module.css';
import { Icon } from './icon.tsx';
import { GripIcon } from './icons.ts';

export interface DragHandleProps {
  /** The row has its place and is not taken; the room for the grip stays. */
  readonly isFixed?: boolean;
}

/** Goes into a row of a list with drag and drop, which gives it its name: `Drag Kiln & clay`. */
export function DragHandle({ isFixed = false }: DragHandleProps) {
  return (
    <span className={styles['room']}>
      <Button slot="drag" className={classNames(styles['handle'], isFixed && styles['fixed'])}>
        <Icon glyph={GripIcon} size={14} />
      </Button>
    </span>
  );
}
