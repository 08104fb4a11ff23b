// Which section a person is reading, from where things are. Pure; distances in px from the top of what scrolls.

export interface SectionPlace<Id extends string = string> {
  readonly id: Id;
  readonly topPx: number;
}

export interface ScrollPlace {
  readonly topPx: number;
  /** As far as it can be scrolled. */
  readonly maximumPx: number;
}

/** A section counts as soon as its heading is this close to the top edge. */
const readingLinePx = 96;

/** The last section that has reached the reading line; at the very end the last one, which may never reach it. */
export function sectionInView<Id extends string>(
  sections: readonly SectionPlace<Id>[],
  scroll: ScrollPlace,
): Id | null {
  const isAtEnd = scroll.maximumPx > 0 && scroll.topPx >= scroll.maximumPx - 1;
  if (isAtEnd) return sections.at(-1)?.id ?? null;
  const reached = sections.filter(({ topPx }) => topPx <= scroll.topPx + readingLinePx);
  return (reached.at(-1) ?? sections[0])?.id ?? null;
}
