// Where a dragged row will be: a line in the accent between two others.
import { DropIndicator, type DropTarget } from 'react-aria-components';
import styles from './drop-line.module.css';

export function DropLine({ target }: { readonly target: DropTarget }) {
  return <DropIndicator target={target} className={styles['line'] ?? ''} />;
}
