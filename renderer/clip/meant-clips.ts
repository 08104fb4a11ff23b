// The clips that a command means when it is asked for by menu or palette: the one that is watched, or those selected in the library.
import type { GenerationId } from '#shared/domain/ids.ts';
import { parseRoute } from '../app/router.ts';
import { useLibraryView } from './library-view.ts';

export function meantClips(): readonly GenerationId[] {
  const route = parseRoute(location.hash);
  if (route.screen === 'viewer') return [route.id];
  if (route.screen !== 'library') return [];
  return [...useLibraryView.getState().selection.picked] as GenerationId[];
}
