// Clips that leave the list in sight, into the trash or out of it: the one that follows them gets the focus, so that a keyboard goes
// on from there.
import type { ClipChange } from '#shared/contract/organise.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { useLibraryView } from '../../clip/library-view.ts';
import type { Organise } from '../../clip/use-organise.ts';
import { neighbourOfGone } from './neighbour-of-gone.ts';

type LeavingType = Extract<ClipChange['type'], 'trash' | 'restore'>;

const mostFrames = 60;

export function useLeaving(
  order: readonly GenerationId[],
  organise: Organise,
): (type: LeavingType, ids: readonly string[]) => void {
  const select = useLibraryView((view) => view.select);
  const leave = async (type: LeavingType, ids: readonly string[]) => {
    const gone = new Set(ids);
    const leaving = order.filter((id) => gone.has(id));
    const next = neighbourOfGone(order, gone);
    if (leaving.length === 0 || !(await organise.change(leaving, { type }))) return;
    select({ type: 'clear' });
    if (next === null) return;
    select({ type: 'focus', id: next });
    focusClip(next, leaving[0] ?? '', mostFrames);
  };
  return (type, ids) => void leave(type, ids);
}

/** As soon as what left is not drawn any more, and only when nothing else has taken the focus. */
function focusClip(id: string, gone: string, framesLeft: number): void {
  requestAnimationFrame(() => {
    const isStillThere = document.querySelector(`[data-clip="${gone}"]`) !== null;
    const cell = document.querySelector<HTMLElement>(`[data-clip="${id}"]`);
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (cell && !isStillThere) {
      if (isFree) cell.focus({ preventScroll: true });
    } else if (framesLeft > 0) {
      focusClip(id, gone, framesLeft - 1);
    }
  });
}
