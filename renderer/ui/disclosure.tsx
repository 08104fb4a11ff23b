// A heading that folds what is under it. Whether it is open is kept by whoever uses it.
import { type ReactNode, useId } from 'react';
import { Button } from 'react-aria-components';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';
import { DownIcon } from './icons.ts';

export interface DisclosureProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

export function Disclosure({ title, isOpen, onToggle, children }: DisclosureProps) {
  const id = useId();
  return (
    <section className={styles['disclosure']} data-open={isOpen || undefined}>
      <h2 className={styles['heading']}>
        <Button
          aria-expanded={isOpen}
          aria-controls={id}
          onPress={onToggle}
          className={styles['button'] ?? ''}
        >
          {title}
          <Icon glyph={DownIcon} size={14} className={styles['arrow']} />
        </Button>
      </h2>
      <div id={id} hidden={!isOpen}>
        {children}
      </div>
    </section>
  );
}
