// Makes an element take clips that are dragged onto it, and tells when some are held over it.
import { type DragEvent, useRef, useState } from 'react';
import type { GenerationId } from '#shared/domain/ids.ts';
import { carriesClips, draggedClips } from './clip-drag.ts';

export function useClipDrop(onClips: (ids: readonly GenerationId[]) => void) {
  // Entering a child fires before leaving its parent, so what counts is how deep the pointer is.
  const depth = useRef(0);
  const [isOver, setOver] = useState(false);
  const end = () => {
    depth.current = 0;
    setOver(false);
  };
  const dropProps = {
    onDragEnter: (event: DragEvent) => {
      if (!carriesClips(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => {
      if (!carriesClips(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave: () => {
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    },
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
