// Pairs of a muted name and its value, as in an inspector.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
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
  /** Values are controls, taller than a line: the names stand at their middle. */
  readonly isCentred?: boolean;
}

export function KeyValues({ pairs, isIconic = false, isCentred = false }: KeyValuesProps) {
  return (
    <dl
      className={classNames(
        isIconic ? styles['iconic'] : styles['pairs'],
        isCentred && styles['centred'],
      )}
    >
      {pairs.map(({ id, name, value }) => (
        <div key={id} className={styles['pair']}>
          <dt className={styles['name']}>{name}</dt>
          <dd className={styles['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
