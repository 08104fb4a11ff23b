// Where a dragged job will be: a line in the accent above or below the row that it is held over.
import { createContext, useContext } from 'react';
import { classNames } from '../../ui/class-names.ts';
import styles from './drop-mark.module.css';

export interface DropPlace {
  readonly id: string;
  readonly at: 'before' | 'after';
}

export const DropPlaceContext = createContext<DropPlace | null>(null);

export function DropMark({ id }: { readonly id: string }) {
  const place = useContext(DropPlaceContext);
  if (place?.id !== id) return null;
  return <span aria-hidden="true" className={classNames(styles['mark'], styles[place.at])} />;
}
