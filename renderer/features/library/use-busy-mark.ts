// Tells the ear that the grid is about to change, from the key on, without drawing the grid for it.
import { type RefObject, useLayoutEffect } from 'react';
import { useLibraryView } from '../../clip/library-view.ts';

export function useBusyMark(element: RefObject<HTMLElement | null>, isBusy: boolean): void {
  useLayoutEffect(() => {
    const mark = () => {
      const words = String(isBusy || useLibraryView.getState().isFinding);
      if (element.current?.getAttribute('aria-busy') !== words) {
        element.current?.setAttribute('aria-busy', words);
      }
    };
    mark();
    return useLibraryView.subscribe((view, before) => {
      if (view.isFinding !== before.isFinding) mark();
    });
  }, [element, isBusy]);
}
