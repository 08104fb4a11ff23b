// Brings the library to what its address says: all of it, a collection, or a saved search. The same address changes nothing, so that
// coming back from the viewer finds everything as it was.
import { useLayoutEffect } from 'react';
import { filtersOf, withoutFilters, withoutWords } from '#shared/domain/query/edit-query.ts';
import { navigate, type Route } from '../app/router.ts';
import { useLibraryView } from '../clip/library-view.ts';
import { useSavedSearches } from './collections-data.ts';

export function useLibraryAddress(route: Route): void {
  const searches = useSavedSearches();
  const collection = route.screen === 'library' ? (route.collection ?? null) : undefined;
  const saved = route.screen === 'library' ? (route.saved ?? null) : null;
  useLayoutEffect(() => {
    const view = useLibraryView.getState();
    if (collection === undefined || view.collection === collection) return;
    const { sort } = view;
    view.filterBy({
      collection,
      search: '',
      filters: '',
      place: 'all',
      sort: collection === null ? (sort === 'manual' ? 'newest' : sort) : 'manual',
    });
  }, [collection]);
  useLayoutEffect(() => {
    const meant = searches.find(({ id }) => id === saved);
    if (!meant) return;
    const { search, sort } = meant;
    const hasFilters = filtersOf(search).length > 0;
    useLibraryView.getState().filterBy({
      collection: null,
      place: 'all',
      sort,
      filters: hasFilters ? withoutWords(search) : '',
      search: withoutFilters(search).trim(),
    });
    navigate({ screen: 'library' }, { replace: true });
  }, [saved, searches]);
}
