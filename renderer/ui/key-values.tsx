// Pairs of a muted name and its value, as in an inspector.
import type { ReactNode } from 'react';
import styles from './key-values.module.css';

export interface KeyValue {
  readonly id: string;
  readonly name: ReactNode;
  readonly value: ReactNode;
}

export interface KeyValuesProps {
  readonly pairs: readonly KeyValue[];
  /** Names are icons of 16 px instead of words. */
  readonly isIconic?: boolean;
}

export function KeyValues({ pairs, isIconic = false }: KeyValuesProps) {
  return (
    <dl className={isIconic ? styles['iconic'] : styles['pairs']}>
      {pairs.map(({ id, name, value }) => (
        <div key={id} className={styles['pair']}>
          <dt className={styles['name']}>{name}</dt>
          <dd className={styles['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
