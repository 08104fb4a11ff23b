// A screen that is loaded when it is first shown, or before. Once loaded it is drawn at once: React would otherwise hold
// it back for 300 ms after the last thing that had to wait.
import { type ComponentType, lazy as reactLazy, useState } from 'react';

export interface LazyScreen {
  (): React.JSX.Element;
  /** Loads it now. May be called any number of times. */
  readonly preload: () => Promise<unknown>;
}

export function lazyScreen(load: () => Promise<{ default: ComponentType }>): LazyScreen {
  let loaded: ComponentType | null = null;
  let loading: Promise<{ default: ComponentType }> | null = null;
  const preload = () => {
    loading ??= load().then((module) => {
      loaded = module.default;
      return module;
    });
    return loading;
  };
  const Waiting = reactLazy(preload);
  const Screen = () => {
    // Kept for the life of this mount: another component in its place would lose the screen's state.
    const [Shown] = useState<ComponentType>(() => loaded ?? Waiting);
    return <Shown />;
  };
  return Object.assign(Screen, { preload });
}
