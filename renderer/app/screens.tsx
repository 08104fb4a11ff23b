// Which component shows which route. The one list to extend when a screen is built:
//   library: lazy(async () => ({ default: (await import('../features/library/library-screen.tsx')).LibraryScreen })),
// A screen takes no props; it reads its route with `useRoute` and starts with a `Toolbar`.
import { type ComponentType, lazy } from 'react';
import { useTranslate } from '../i18n/translate-context.tsx';
import { NotBuiltScreen, UnknownScreen } from './plain-screens.tsx';
import type { ScreenName } from './router.ts';

export const screens: Readonly<Record<ScreenName, ComponentType>> = {
  create: lazy(async () => ({
    default: (await import('../features/create/create-screen.tsx')).CreateScreen,
  })),
  queue: notBuilt('queue'),
  library: lazy(async () => ({
    default: (await import('../features/library/library-screen.tsx')).LibraryScreen,
  })),
  viewer: lazy(async () => ({
    default: (await import('../features/viewer/viewer-screen.tsx')).ViewerScreen,
  })),
  prompts: lazy(async () => ({
    default: (await import('../features/prompts/prompts-screen.tsx')).PromptsScreen,
  })),
  assets: lazy(async () => ({
    default: (await import('../features/assets/assets-screen.tsx')).AssetsScreen,
  })),
  'your-data': lazy(async () => ({
    default: (await import('../features/your-data/your-data-screen.tsx')).YourDataScreen,
  })),
  account: lazy(async () => ({
    default: (await import('../features/account/account-screen.tsx')).AccountScreen,
  })),
  settings: notBuilt('settings'),
  components: import.meta.env.DEV
    ? lazy(async () => ({ default: (await import('../ui/gallery.tsx')).Gallery }))
    : UnknownScreen,
  unknown: UnknownScreen,
};

type NavWord =
  'create' | 'queue' | 'library' | 'prompts' | 'assets' | 'yourData' | 'account' | 'settings';

function notBuilt(word: NavWord): ComponentType {
  return function NotBuilt() {
    const t = useTranslate();
    return <NotBuiltScreen title={t(`nav.${word}`)} />;
  };
}
