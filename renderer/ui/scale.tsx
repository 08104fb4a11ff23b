// A narrow column of places in order, such as months: the one in sight is marked, a press or Enter goes to another. One tab stop.
import { useEffect, useRef } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import styles from './scale.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface ScaleStep {
  readonly id: string;
  readonly text: string;
  /** Heard between text and note, such as the year. */
  readonly hiddenText: string;
  readonly note: string;
  /** Heard after the note, such as what it counts. */
  readonly hiddenNote: string;
  /** Of the longest bar. */
  readonly share: number;
  /** Stands above it, where a new part begins. */
  readonly heading: string | null;
}

export interface ScaleProps {
  readonly label: string;
  readonly steps: readonly ScaleStep[];
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}

export function Scale({ label, steps, current, onChoose }: ScaleProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const step = current === null ? null : box.current?.querySelector(`[data-key="${current}"]`);
    step?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ListBox
      ref={box}
      aria-label={label}
      selectionMode="none"
      className={styles['scale'] ?? ''}
      onAction={(key) => onChoose(String(key))}
    >
      {steps.map(({ id, text, hiddenText, note, hiddenNote, share, heading }) => (
        <ListBoxItem
          key={id}
          id={id}
          textValue={`${text} ${hiddenText}`}
          data-current={id === current || undefined}
          className={styles['step'] ?? ''}
        >
          {heading !== null && (
            <span aria-hidden="true" className={styles['heading']}>
              {heading}
            </span>
          )}
          <span className={styles['line']}>
            <span>
              {text} <VisuallyHidden>{hiddenText}</VisuallyHidden>
            </span>
            <span className={styles['note']}>
              {note} <VisuallyHidden>{hiddenNote}</VisuallyHidden>
            </span>
            <span className={styles['bar']} style={{ scale: `${share} 1` }} />
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
