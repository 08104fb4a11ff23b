// Which component shows which route. The one list to extend when a screen is built:
//   queue: lazyScreen(async () => ({ default: (await import('../features/queue/queue-screen.tsx')).QueueScreen })),
// What a start shows and where it mostly leads is in the first bundle. A screen takes no props; it reads its route with `useRoute` and starts with a `Toolbar`.
import type { ComponentType } from 'react';
import { CreateScreen } from '../features/create/create-screen.tsx';
import { LibraryScreen } from '../features/library/library-screen.tsx';
import { lazyScreen, type LazyScreen } from './lazy-screen.tsx';
import { UnknownScreen } from './plain-screens.tsx';
import type { ScreenName } from './router.ts';

export const screens: Readonly<Record<ScreenName, ComponentType>> = {
  create: CreateScreen,
  queue: lazyScreen(async () => ({
    default: (await import('../features/queue/queue-screen.tsx')).QueueScreen,
  })),
  library: LibraryScreen,
  viewer: lazyScreen(async () => ({
    default: (await import('../features/viewer/viewer-screen.tsx')).ViewerScreen,
  })),
  compare: lazyScreen(async () => ({
    default: (await import('../features/compare/compare-screen.tsx')).CompareScreen,
  })),
  prompts: lazyScreen(async () => ({
    default: (await import('../features/prompts/prompts-screen.tsx')).PromptsScreen,
  })),
  assets: lazyScreen(async () => ({
    default: (await import('../features/assets/assets-screen.tsx')).AssetsScreen,
  })),
  'your-data': lazyScreen(async () => ({
    default: (await import('../features/your-data/your-data-screen.tsx')).YourDataScreen,
  })),
  account: lazyScreen(async () => ({
    default: (await import('../features/account/account-screen.tsx')).AccountScreen,
  })),
  settings: lazyScreen(async () => ({
    default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
  })),
  components: import.meta.env.DEV
    ? lazyScreen(async () => ({ default: (await import('../ui/gallery.tsx')).Gallery }))
    : UnknownScreen,
  unknown: UnknownScreen,
};

/** Loads what is not on the screen yet, so that going there does not wait. A failure shows when one goes there. */
export function preloadScreens(): void {
  for (const screen of Object.values(screens)) {
    if ('preload' in screen) (screen as LazyScreen).preload().catch(() => undefined);
  }
}
