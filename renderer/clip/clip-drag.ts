// Clips that are dragged within the window. The ids stay here: a drag carries only the word that there are some, so that a hundred
// thousand weigh nothing and no other app learns them.
import type { DragEvent } from 'react';
import type { GenerationId } from '#shared/domain/ids.ts';

const carried = 'application/x-kling5-clips';

let dragged: readonly GenerationId[] = [];

export function beginClipDrag(event: DragEvent, ids: readonly GenerationId[]): void {
  dragged = ids;
  event.dataTransfer.setData(carried, String(ids.length));
  event.dataTransfer.effectAllowed = 'copyMove';
}

export function carriesClips({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes(carried);
}

export function draggedClips(event: DragEvent): readonly GenerationId[] {
  return carriesClips(event) ? dragged : [];
}
