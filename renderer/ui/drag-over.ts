// Tells whether something that can be taken is held over an element. What is dropped is for whoever asks.
import { type DragEvent, useRef, useState } from 'react';

export function useDragOver(carries: (event: DragEvent) => boolean) {
  // Entering a child fires before leaving its parent, so what counts is how deep the pointer is.
  const depth = useRef(0);
  const [isOver, setOver] = useState(false);
  const end = () => {
    depth.current = 0;
    setOver(false);
  };
  const overProps = {
    onDragEnter: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave: () => {
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    },
  };
  return { isOver, end, overProps };
}
