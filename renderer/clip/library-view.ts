// How the library is looked at: search, order, filter, size of the cards, what is selected, how far it is scrolled.
// Kept while the window is open, so that coming back from the viewer finds everything as it was. Nothing that matters is lost with it.
import { create } from 'zustand';
import type { StudioInput } from '#shared/contract/studio.ts';
import type { CollectionId } from '#shared/domain/ids.ts';
import { longestSearch } from '#shared/domain/query/edit-query.ts';
import { noSelection, select, type Selection, type SelectionAction } from './selection.ts';

export type LibrarySort = NonNullable<StudioInput<'library.page'>['sort']>;

/** The trash is beside the library: nothing in it is in the others. */
const libraryPlaces = ['all', 'favourites', 'trash'] as const;
export type LibraryPlace = (typeof libraryPlaces)[number];

export interface LibraryFilter {
  readonly search: string;
  readonly sort: LibrarySort;
  readonly place: LibraryPlace;
  /** Filters that were chosen, not typed, in the words of a search. */
  readonly filters: string;
  /** The one that is open. */
  readonly collection: CollectionId | null;
}

/** What is asked of the engine: what was chosen and what is typed, in one. */
export function searchOf({ filters, search }: Pick<LibraryFilter, 'filters' | 'search'>): string {
  const both = filters === '' ? search : `${filters} ${search}`;
  return both.slice(0, longestSearch);
}

export interface LibraryView extends LibraryFilter {
  /** Smallest width of a card, px. */
  readonly cardMin: number;
  readonly isInspectorOpen: boolean;
  /** Where there is room for the column; a popover has its own state. */
  readonly isFacetsOpen: boolean;
  /** Groups of filters that are folded. */
  readonly foldedGroups: ReadonlySet<string>;
  readonly scrollOffset: number;
  readonly selection: Selection;
  /** Something is typed that is not searched for yet, or not answered. */
  readonly isFinding: boolean;
  /** A new filter starts at the top with nothing selected. */
  readonly filterBy: (change: Partial<LibraryFilter>) => void;
  readonly setCardMin: (cardMin: number) => void;
  readonly setInspectorOpen: (isOpen: boolean) => void;
  readonly setFacetsOpen: (isOpen: boolean) => void;
  readonly foldGroup: (name: string) => void;
  readonly setScrollOffset: (offset: number) => void;
  readonly select: (action: SelectionAction) => void;
  readonly setFinding: (isFinding: boolean) => void;
}

export const cardSizes = { minimum: 132, maximum: 320, step: 4 } as const;

export const useLibraryView = create<LibraryView>()((set) => ({
  search: '',
  sort: 'newest',
  place: 'all',
  filters: '',
  collection: null,
  cardMin: 156,
  isInspectorOpen: false,
  isFacetsOpen: true,
  foldedGroups: new Set(),
  scrollOffset: 0,
  selection: noSelection,
  isFinding: false,
  filterBy: (change) => set({ ...change, scrollOffset: 0, selection: noSelection }),
  setCardMin: (cardMin) => set({ cardMin }),
  setInspectorOpen: (isInspectorOpen) => set({ isInspectorOpen }),
  setFacetsOpen: (isFacetsOpen) => set({ isFacetsOpen }),
  foldGroup: (name) =>
    set(({ foldedGroups }) => {
      const folded = new Set(foldedGroups);
      if (!folded.delete(name)) folded.add(name);
      return { foldedGroups: folded };
    }),
  setScrollOffset: (scrollOffset) => set({ scrollOffset }),
  select: (action) => set(({ selection }) => ({ selection: select(selection, action) })),
  setFinding: (isFinding) => set({ isFinding }),
}));
