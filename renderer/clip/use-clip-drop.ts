// Makes an element take clips that are dragged onto it, and tells when some are held over it.
import type { DragEvent } from 'react';
import type { GenerationId } from '#shared/domain/ids.ts';
import { useDragOver } from '../ui/drag-over.ts';
import { carriesClips, draggedClips } from './clip-drag.ts';

export function useClipDrop(onClips: (ids: readonly GenerationId[]) => void) {
  const { isOver, end, overProps } = useDragOver(carriesClips);
  const dropProps = {
    ...overProps,
    onDrop: (event: DragEvent) => {
      const ids = draggedClips(event);
      end();
      if (ids.length === 0) return;
      event.preventDefault();
      onClips(ids);
    },
  };
  return { isOver, dropProps };
}
