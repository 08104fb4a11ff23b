// Chooses how the library is laid out: seen at once, and kept with the choices about the window.
import type { QueryClient } from '@tanstack/react-query';
import type { LibraryLayout, Preferences } from '#shared/domain/preferences.ts';
import { queryKey } from '../engine/queries.ts';
import { call } from '../engine/studio.ts';
import { useLibraryView } from './library-view.ts';

export function setLayout(client: QueryClient, libraryLayout: LibraryLayout): void {
  const key = queryKey('preferences.get', {});
  const show = (layout: LibraryLayout) =>
    client.setQueryData<Preferences>(key, (known) =>
      known ? { ...known, libraryLayout: layout } : known,
    );
  const before = client.getQueryData<Preferences>(key)?.libraryLayout ?? 'grid';
  const { sort, filterBy, setScrollOffset } = useLibraryView.getState();
  // what is far down in one layout is somewhere else in another; the clip with the focus is brought into sight
  setScrollOffset(0);
  if (libraryLayout === 'timeline' && sort !== 'newest' && sort !== 'oldest') {
    filterBy({ sort: 'newest' });
  }
  show(libraryLayout);
  call('preferences.set', { libraryLayout }).catch(() => show(before));
}
