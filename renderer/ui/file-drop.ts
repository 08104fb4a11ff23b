// Dropping and pasting files onto an area. Tells when a drag is over it; must not read what is in a file.
import type { ClipboardEvent, DragEvent } from 'react';
import { useDragOver } from './drag-over.ts';

export interface FileDropOptions {
  readonly isDisabled?: boolean | undefined;
  readonly onFiles: ((files: File[]) => void) | undefined;
}

export function useFileDrop({ isDisabled = false, onFiles }: FileDropOptions) {
  const isActive = onFiles !== undefined && !isDisabled;

  const carriesFiles = (event: DragEvent) => isActive && event.dataTransfer.types.includes('Files');
  const { isOver, end, overProps } = useDragOver(carriesFiles);

  const dropProps = {
    ...overProps,
    onDrop: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      end();
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
