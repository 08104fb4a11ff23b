// Drag and drop in the list of jobs: what waits can be taken and put between others that wait. Alt with an arrow does the same.
import { type DragEvent, useCallback, useMemo, useState } from 'react';
import { type DragAndDropHooks, type Key, useDragAndDrop } from 'react-aria-components';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { DropPlace } from './drop-mark.tsx';
import type { JobSection, RowKey } from './queue-sections.ts';
import type { MoveTarget } from './use-queue-actions.ts';

export interface Reorder {
  readonly dragAndDropHooks: DragAndDropHooks;
  /** Where the one that is dragged would be; `null` while none is, or where there is no place for it. */
  readonly place: DropPlace | null;
  /** For the element around the list. */
  readonly onDragStartCapture: (event: DragEvent) => void;
}

/** Nothing but this list takes it. */
const dragType = 'kling5-job';

export function useReorder(
  sections: readonly JobSection[],
  onMove: (id: GenerationId, to: MoveTarget) => void,
): Reorder {
  const waiting = useMemo(() => {
    const rows = sections.flatMap((section) => section.rows);
    return new Map<Key, RowKey>(rows.filter((row) => row.isQueued).map((row) => [row.id, row]));
  }, [sections]);
  const [place, setPlace] = useState<DropPlace | null>(null);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: String(key) })),
    getDropOperation: (target) =>
      target.type === 'item' && target.dropPosition !== 'on' && waiting.has(target.key)
        ? 'move'
        : 'cancel',
    onReorder: ({ keys, target }) => {
      const [key] = keys;
      const dragged = key === undefined ? undefined : waiting.get(key);
      const anchor = waiting.get(target.key);
      if (!dragged || !anchor || target.dropPosition === 'on') return;
      onMove(dragged.id, { at: target.dropPosition, id: anchor.id });
    },
    onDropEnter: ({ target }) =>
      setPlace(
        target.type === 'item' && target.dropPosition !== 'on'
          ? { id: String(target.key), at: target.dropPosition }
          : null,
      ),
    onDropExit: () => setPlace(null),
    onDragEnd: () => setPlace(null),
  });
  const onDragStartCapture = useCallback(
    (event: DragEvent) => {
      const { target } = event;
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
      // what is under way has no place that could be changed
      if (!waiting.has(row?.dataset['key'] ?? '')) event.preventDefault();
    },
    [waiting],
  );
  return { dragAndDropHooks, place, onDragStartCapture };
}
