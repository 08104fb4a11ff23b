// What a section of the settings is made of, as data, so that one search can go through all of it. Must not draw anything.
import type { ReactNode } from 'react';
import type { IconGlyph } from '../../../ui/icon.tsx';
import type { Tone } from '../../../ui/status-dot.tsx';

export const sectionIds = [
  'appearance',
  'library',
  'generation',
  'security',
  'shortcuts',
  'diagnostics',
  'about',
] as const;
export type SectionId = (typeof sectionIds)[number];

export interface Row {
  readonly id: string;
  readonly title: string;
  /** Muted, under the title. */
  readonly note?: string;
  /** A dot before the note, for a state. */
  readonly tone?: Tone;
  /** More words by which the search finds the row; never shown. */
  readonly words?: string;
  /** At the right. */
  readonly control?: ReactNode;
  /** Under the words, over the whole width. */
  readonly below?: ReactNode;
  /** Why the last change did not work. */
  readonly problem?: string | undefined;
}

export interface RowGroup {
  readonly id: string;
  /** Over the group, where a section has several. */
  readonly title?: string;
  /** Rows of one line. */
  readonly isDense?: boolean;
  readonly rows: readonly Row[];
}

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly icon: IconGlyph;
  readonly words?: string;
  readonly groups: readonly RowGroup[];
}
