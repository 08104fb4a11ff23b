// How the library is looked at: search, order, filter, size of the cards, what is selected, how far it is scrolled.
// Kept while the window is open, so that coming back from the viewer finds everything as it was. Nothing that matters is lost with it.
import { create } from 'zustand';
import type { StudioInput } from '#shared/contract/studio.ts';
import { noSelection, select, type Selection, type SelectionAction } from './selection.ts';

export type LibrarySort = NonNullable<StudioInput<'library.page'>['sort']>;

/** The trash is beside the library: nothing in it is in the others. */
export const libraryPlaces = ['all', 'favourites', 'trash'] as const;
export type LibraryPlace = (typeof libraryPlaces)[number];

export interface LibraryFilter {
  readonly search: string;
  readonly sort: LibrarySort;
  readonly place: LibraryPlace;
}

export interface LibraryView extends LibraryFilter {
  /** Smallest width of a card, px. */
  readonly cardMin: number;
  readonly isInspectorOpen: boolean;
  readonly scrollOffset: number;
  readonly selection: Selection;
  /** A new filter starts at the top with nothing selected. */
  readonly filterBy: (change: Partial<LibraryFilter>) => void;
  readonly setCardMin: (cardMin: number) => void;
  readonly setInspectorOpen: (isOpen: boolean) => void;
  readonly setScrollOffset: (offset: number) => void;
  readonly select: (action: SelectionAction) => void;
}

export const cardSizes = { minimum: 132, maximum: 320, step: 4 } as const;

export const useLibraryView = create<LibraryView>()((set) => ({
  search: '',
  sort: 'newest',
  place: 'all',
  cardMin: 156,
  isInspectorOpen: false,
  scrollOffset: 0,
  selection: noSelection,
  filterBy: (change) => set({ ...change, scrollOffset: 0, selection: noSelection }),
  setCardMin: (cardMin) => set({ cardMin }),
  setInspectorOpen: (isInspectorOpen) => set({ isInspectorOpen }),
  setScrollOffset: (scrollOffset) => set({ scrollOffset }),
  select: (action) => set(({ selection }) => ({ selection: select(selection, action) })),
}));
