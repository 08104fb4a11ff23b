// Ties the list of sections to what scrolls beside it: goes to a section, and knows which one is being read.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { SectionId } from './section.ts';
import { sectionInView } from './section-in-view.ts';

export interface SectionScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly current: SectionId | null;
  /** Scrolls there, and again when other settings come or go. */
  readonly goTo: (id: SectionId) => void;
  /** What was gone to counts no longer. */
  readonly letGo: () => void;
}

export const sectionElementId = (id: SectionId) => `settings-${id}`;

/** `ids` are the sections that are shown, in order; `search` is what decides over them and their rows. */
export function useSectionScroll(ids: readonly SectionId[], search: string): SectionScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<SectionId | null>(ids[0] ?? null);
  // A short section near the end cannot reach the top: the one that was chosen counts until a person scrolls on.
  const chosen = useRef<SectionId | null>(null);
  const shown = ids.join(' ');

  const goTo = useCallback((id: SectionId) => {
    chosen.current = id;
    setCurrent(id);
    document.getElementById(sectionElementId(id))?.scrollIntoView({ block: 'start' });
  }, []);
  const letGo = useCallback(() => {
    chosen.current = null;
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => setCurrent(chosen.current ?? readSection(element, shown.split(' ')));
    look();
    element.addEventListener('scroll', look, { passive: true });
    for (const name of releasing) element.addEventListener(name, letGo, { passive: true });
    return () => {
      element.removeEventListener('scroll', look);
      for (const name of releasing) element.removeEventListener(name, letGo);
    };
  }, [shown, letGo]);

  const laidOutFor = useRef(search);
  useEffect(() => {
    if (laidOutFor.current === search) return;
    laidOutFor.current = search;
    if (chosen.current) goTo(chosen.current);
  }, [search, goTo]);

  return { scroller, current, goTo, letGo };
}

/** How a person scrolls on. */
const releasing = ['wheel', 'pointerdown', 'touchmove', 'keydown'] as const;

function readSection(element: HTMLElement, ids: readonly string[]): SectionId | null {
  const edgePx = element.getBoundingClientRect().top;
  const places = ids.flatMap((id) => {
    const section = document.getElementById(sectionElementId(id as SectionId));
    if (!section) return [];
    const topPx = section.getBoundingClientRect().top - edgePx + element.scrollTop;
    return [{ id: id as SectionId, topPx }];
  });
  return sectionInView(places, {
    topPx: element.scrollTop,
    maximumPx: element.scrollHeight - element.clientHeight,
  });
}
