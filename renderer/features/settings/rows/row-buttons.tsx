// Several controls of one setting, side by side.
import type { ReactNode } from 'react';
import styles from './setting-row.module.css';

export function RowButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles['buttons']}>{children}</div>;
}
