// How the library is laid out: kept with the choices about the window. The timeline goes by time, whatever the order was before.
import type { LibraryLayout } from '#shared/domain/preferences.ts';
import { setLayout } from '../../clip/library-layout.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useStudioQuery } from '../../engine/queries.ts';

export interface LayoutState {
  readonly value: LibraryLayout;
  readonly set: (layout: LibraryLayout) => void;
}

export function useLayout(): LayoutState {
  const client = useQueryClient();
  const value = useStudioQuery('preferences.get', {}).data?.libraryLayout ?? 'grid';
  return { value, set: (layout) => setLayout(client, layout) };
}
