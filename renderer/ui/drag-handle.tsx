// The sign that a row of a list can be taken with the pointer. The list offers another way for the keyboard and for screen readers.
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './drag-handle.module.css';
import { Icon } from './icon.tsx';
import { GripIcon } from './icons.ts';

export interface DragHandleProps {
  /** The row has its place and is not taken; the room for the sign stays. */
  readonly isFixed?: boolean;
}

/** Goes into a row of a list with drag and drop. */
export function DragHandle({ isFixed = false }: DragHandleProps) {
  return (
    <span aria-hidden="true" className={classNames(styles['handle'], isFixed && styles['fixed'])}>
      <Icon glyph={GripIcon} size={14} />
      {/* asked for by the list; never shown, so that it is no stop for anybody */}
      <Button slot="drag" className={styles['unused'] ?? ''} />
    </span>
  );
}
