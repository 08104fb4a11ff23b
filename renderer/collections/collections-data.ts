// Collections and saved searches as the interface knows them, and the address of the library as it is looked at now.
import type { Collection, SavedSearch } from '#shared/contract/collections.ts';
import type { CollectionId } from '#shared/domain/ids.ts';
import type { Route } from '../app/router.ts';
import { useLibraryView } from '../clip/library-view.ts';
import { useStudioQuery } from '../engine/queries.ts';

const none: readonly Collection[] = [];
const noSearches: readonly SavedSearch[] = [];

export function useCollections(): readonly Collection[] {
  return useStudioQuery('collections.list', {}).data?.items ?? none;
}

/** `null` while it is not known, `'gone'` when it does not exist any more. */
export function useCollection(id: CollectionId | null): Collection | 'gone' | null {
  const list = useStudioQuery('collections.list', {}, { enabled: id !== null }).data;
  if (id === null || !list) return null;
  return list.items.find((candidate) => candidate.id === id) ?? 'gone';
}

export function useSavedSearches(): readonly SavedSearch[] {
  return useStudioQuery('searches.list', {}).data?.items ?? noSearches;
}

/** Back to where the library was left: a collection, or all of it. */
export function libraryRoute(): Route {
  const { collection } = useLibraryView.getState();
  return collection === null ? { screen: 'library' } : { screen: 'library', collection };
}
