// The jobs as one list with headings: a single tab stop, arrows between rows and into their controls, Enter opens the story.
// Draws only the rows in sight, and knows no more of them than their names: a queue may hold a thousand, and progress comes
// many times a second.
import type { KeyboardEvent } from 'react';
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { useTranslate } from '../../i18n/translate-context.tsx';
import styles from './job-list.module.css';
import { JobRow } from './job-row.tsx';
import type { JobSection } from './queue-sections.ts';

export interface JobListProps {
  readonly sections: readonly JobSection[];
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** Delete or Backspace on a row. */
  readonly onRemove: (id: string) => void;
}

const layoutOptions = { rowSize: 56, headingSize: 36, padding: 4 } as const;

export function JobList({ sections, selected, onSelect, onRemove }: JobListProps) {
  const t = useTranslate();
  const onKeyDown = ({ key, target }: KeyboardEvent) => {
    const id = target instanceof HTMLElement && target.dataset['key'];
    if (id && (key === 'Delete' || key === 'Backspace')) onRemove(id);
  };
  return (
    <div role="presentation" className={styles['frame']} onKeyDown={onKeyDown}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label={t('queue:list')}
          items={sections}
          selectionMode="single"
          selectedKeys={selected === null ? [] : [selected]}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : [...keys];
            onSelect(id === undefined ? null : String(id));
          }}
          className={styles['list'] ?? ''}
        >
          {({ id, title, note, rows }) => (
            <GridListSection id={id} aria-label={title}>
              <GridListHeader className={styles['heading'] ?? ''}>
                {title}
                <span className={styles['note']}>{note}</span>
              </GridListHeader>
              <Collection items={rows}>
                {(row) => (
                  <GridListItem id={row.id} textValue={row.name} className={styles['row'] ?? ''}>
                    <JobRow id={row.id} />
                  </GridListItem>
                )}
              </Collection>
            </GridListSection>
          )}
        </GridList>
      </Virtualizer>
    </div>
  );
}
