// What could be meant, under a box that keeps the focus: the box names the active line with `aria-activedescendant`.
// Must not take the focus itself.
import { useEffect, useRef } from 'react';
import styles from './suggestion-list.module.css';

export interface SuggestionListProps {
  /** Of the list; a line's id is `<id>-<index>`. */
  readonly id: string;
  readonly label: string;
  readonly items: readonly { readonly words: string; readonly note: string }[];
  /** -1 for none. */
  readonly active: number;
  readonly onTake: (index: number) => void;
}

export function SuggestionList({ id, label, items, active, onTake }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className={styles['list']}>
      {items.map(({ words, note }, index) => (
        <div
          key={words}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className={styles['item']}
          onMouseDown={(event) => {
            event.preventDefault(); // the box keeps the focus
            if (event.button === 0) onTake(index);
          }}
        >
          <span className={styles['words']} dir="auto">
            {words}
          </span>
          <span className={styles['note']}>{note}</span>
        </div>
      ))}
    </div>
  );
}
