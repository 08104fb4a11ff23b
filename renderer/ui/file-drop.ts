// Dropping and pasting files onto an area. Tells when a drag is over it; must not read what is in a file.
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';

export interface FileDropOptions {
  readonly isDisabled?: boolean | undefined;
  readonly onFiles: ((files: File[]) => void) | undefined;
}

export function useFileDrop({ isDisabled = false, onFiles }: FileDropOptions) {
  // Entering a child fires before leaving its parent, so what counts is how deep the pointer is.
  const depth = useRef(0);
  const [isOver, setOver] = useState(false);
  const isActive = onFiles !== undefined && !isDisabled;

  const carriesFiles = (event: DragEvent) => isActive && event.dataTransfer.types.includes('Files');
  const reset = () => {
    depth.current = 0;
    setOver(false);
  };

  const dropProps = {
    onDragEnter: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave: () => {
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      reset();
      const files = [...event.dataTransfer.files];
      if (files.length > 0) onFiles?.(files);
    },
  };

  const pasteProps = {
    onPaste: (event: ClipboardEvent) => {
      const files = isActive ? [...event.clipboardData.files] : [];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles?.(files);
    },
  };

  return { isOver, dropProps, pasteProps };
}
