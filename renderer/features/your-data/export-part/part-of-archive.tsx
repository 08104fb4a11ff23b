// The dialog over a part of an export, with what is selected in the Library, and the export that comes of it.
import { useMemo } from 'react';
import type { GenerationId } from '#shared/domain/ids.ts';
import { exportPart } from '../../../archive/export-flow.ts';
import { useLibraryView } from '../../../clip/library-view.ts';
import type { Export } from '../archive/use-export.ts';
import { ExportPartDialog } from './export-part-dialog.tsx';

export interface PartOfArchiveProps {
  readonly archive: Export;
  readonly onClose: () => void;
}

export function PartOfArchive({ archive, onClose }: PartOfArchiveProps) {
  const selected = useLibraryView((view) => view.selection.picked);
  const picked = useMemo(() => [...selected] as GenerationId[], [selected]);
  const { subject } = archive.choice;
  const isGone = subject === 'picked' && picked.length === 0;
  return (
    <ExportPartDialog
      start={isGone ? { ...archive.choice, subject: 'all' } : archive.choice}
      picked={picked}
      onClose={onClose}
      onExport={(choice) => {
        onClose();
        exportPart(choice, picked);
      }}
    />
  );
}
