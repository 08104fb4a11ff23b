// The jobs as one list with headings: a single tab stop, arrows between rows and into their controls, Enter opens the story.
// Draws only the rows in sight, and knows no more of them than their names: a queue may hold a thousand, and progress comes
// many times a second.
import { type KeyboardEvent, memo, useState } from 'react';
import type { GenerationId } from '#shared/domain/ids.ts';
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  Virtualizer,
} from 'react-aria-components';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { DragHandle } from '../../ui/drag-handle.tsx';
import { DropMark, DropPlaceContext } from './drop-mark.tsx';
import styles from './job-list.module.css';
import { JobContextMenu, type OpenJobMenu } from './job/job-context-menu.tsx';
import { JobRow } from './job/job-row.tsx';
import type { JobSection } from './queue-sections.ts';
import { RowsLayout } from './rows-layout.ts';
import type { MoveTarget } from './use-queue-actions.ts';
import { useReorder } from './use-reorder.ts';

export interface JobListProps {
  readonly sections: readonly JobSection[];
  readonly selected: string | null;
  readonly onSelect: (id: GenerationId | null) => void;
  /** Delete or Backspace on a job that is under way. */
  readonly onRemove: (id: GenerationId) => void;
  /** Alt with an arrow on a job that waits, or a job that was dragged. */
  readonly onMove: (id: GenerationId, to: MoveTarget) => void;
}

const layoutOptions = { rowSize: 56, headingSize: 36, padding: 4 } as const;

export const JobList = memo(function JobList({
  sections,
  selected,
  onSelect,
  onRemove,
  onMove,
}: JobListProps) {
  const t = useTranslate();
  const [menu, setMenu] = useState<OpenJobMenu | null>(null);
  const { dragAndDropHooks, place, onDragStartCapture } = useReorder(sections, onMove);
  const rowOf = (id: string | undefined) =>
    sections.flatMap(({ rows }) => rows).find((row) => row.id === id);
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target } = event;
    const row = target instanceof HTMLElement ? rowOf(target.dataset['key']) : undefined;
    if ((key === 'Delete' || key === 'Backspace') && row?.isActive) onRemove(row.id);
    if (!event.altKey || !row?.isQueued || (key !== 'ArrowUp' && key !== 'ArrowDown')) return;
    // the list would take the arrow for a step to the next row
    event.preventDefault();
    event.stopPropagation();
    const neighbour = neighbourOf(sections, row.id, key === 'ArrowUp' ? -1 : 1);
    if (neighbour) onMove(row.id, { at: key === 'ArrowUp' ? 'before' : 'after', id: neighbour });
  };
  return (
    <div
      role="presentation"
      className={styles['frame']}
      onKeyDownCapture={onKeyDown}
      onDragStartCapture={onDragStartCapture}
      onContextMenu={(event) => {
        const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
        const job = rowOf(row?.getAttribute('data-key') ?? undefined);
        if (!job) return;
        event.preventDefault();
        setMenu({ id: job.id, at: { x: event.clientX, y: event.clientY } });
      }}
    >
      <JobContextMenu menu={menu} onClose={() => setMenu(null)} />
      <DropPlaceContext value={place}>
        <Virtualizer layout={RowsLayout} layoutOptions={layoutOptions}>
          <GridList
            aria-label={t('queue:list')}
            items={sections}
            dragAndDropHooks={dragAndDropHooks}
            selectionMode="single"
            selectedKeys={selected === null ? [] : [selected]}
            onSelectionChange={(keys) => {
              const [id] = keys === 'all' ? [] : [...keys];
              onSelect(rowOf(id === undefined ? id : String(id))?.id ?? null);
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
                      <DropMark id={row.id} />
                      <DragHandle isFixed={!row.isQueued} />
                      <JobRow id={row.id} />
                    </GridListItem>
                  )}
                </Collection>
              </GridListSection>
            )}
          </GridList>
        </Virtualizer>
      </DropPlaceContext>
    </div>
  );
});

/** The job above or below in the same section. */
function neighbourOf(
  sections: readonly JobSection[],
  id: GenerationId,
  step: 1 | -1,
): GenerationId | undefined {
  const rows = sections.find((section) => section.rows.some((row) => row.id === id))?.rows ?? [];
  return rows[rows.findIndex((row) => row.id === id) + step]?.id;
}
