// Dragging cards: all that are selected when one of them is taken. Held over another card of a collection they go before it, or after
// the last one; where that would be is marked on the card itself.
import { type DragEvent, useRef } from 'react';
import type { GenerationId } from '#shared/domain/ids.ts';
import { beginClipDrag, carriesClips, draggedClips } from '../../clip/clip-drag.ts';
import type { Selection, SelectionAction } from '../../clip/selection.ts';
import { dragFiles } from '../../files/files-out.ts';
import type { Arrange } from './use-arrange.ts';

export interface ClipDraggingInput {
  readonly ids: readonly GenerationId[];
  readonly selection: Selection;
  readonly onSelect: (action: SelectionAction) => void;
  readonly arrange: Arrange | null;
  /** Clips stand below each other, not beside. */
  readonly isList: boolean;
}

type Side = 'before' | 'after';

export function useClipDragging(input: ClipDraggingInput) {
  const { ids, selection, onSelect, arrange, isList } = input;
  const marked = useRef<HTMLElement | null>(null);
  const mark = (cell: HTMLElement | null, side: Side | null) => {
    if (marked.current !== cell) marked.current?.removeAttribute('data-drop');
    marked.current = cell;
    if (cell && side) cell.dataset['drop'] = side;
  };
  return {
    onDragStart: (event: DragEvent) => {
      const id = cellUnder(event)?.dataset['clip'] as GenerationId | undefined;
      if (id === undefined) return;
      const isPicked = selection.picked.has(id);
      if (!isPicked) onSelect({ type: 'pick-only', id });
      const meant = isPicked ? ids.filter((candidate) => selection.picked.has(candidate)) : [id];
      if (event.altKey) dragFiles(event, meant);
      else beginClipDrag(event, meant);
    },
    onDragOver: (event: DragEvent) => {
      const cell = cellUnder(event);
      if (!arrange || !carriesClips(event) || !cell) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      mark(cell, sideOf(event, cell.getBoundingClientRect(), isList));
    },
    onDragLeave: () => mark(null, null),
    onDrop: (event: DragEvent) => {
      const cell = cellUnder(event);
      mark(null, null);
      const dragged = draggedClips(event);
      const id = cell?.dataset['clip'];
      if (!arrange || dragged.length === 0 || !cell || id === undefined) return;
      event.preventDefault();
      const at = ids.indexOf(id as GenerationId);
      const side = sideOf(event, cell.getBoundingClientRect(), isList);
      arrange.before(dragged, ids[side === 'before' ? at : at + 1] ?? null);
    },
  };
}

function cellUnder({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-clip]') : null;
}

/** Which half of a card the pointer is over: the left or the right one, in a list the upper or the lower. Pure. */
export function sideOf(
  { clientX, clientY }: Pick<DragEvent, 'clientX' | 'clientY'>,
  { left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
  isList: boolean,
): Side {
  const isFirstHalf = isList ? clientY < top + height / 2 : clientX < left + width / 2;
  return isFirstHalf ? 'before' : 'after';
}
