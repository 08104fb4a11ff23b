// Size and place of the window over restarts, kept on a screen that exists. Pure.
import type { WindowState } from './preferences.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minimumWidth = 960;
export const minimumHeight = 640;

export interface WindowBounds {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

/** The stored bounds when enough of them is visible on `screens`, else a centred window that fits. */
export function fitWindow(stored: WindowState | null, screens: readonly Area[]): WindowBounds {
  const first = screens[0] ?? { x: 0, y: 0, width: 1280, height: 800 };
  const width = Math.max(minimumWidth, Math.min(stored?.width ?? 1280, first.width));
  const height = Math.max(minimumHeight, Math.min(stored?.height ?? 800, first.height));
  if (stored?.x === undefined || stored.y === undefined) return { width, height };
  const { x, y } = stored;
  const isVisible = screens.some(
    (screen) =>
      x + 100 < screen.x + screen.width &&
      x + stored.width - 100 > screen.x &&
      y >= screen.y - 10 &&
      y + 40 < screen.y + screen.height,
  );
  return isVisible ? { x, y, width: stored.width, height: stored.height } : { width, height };
}

/** What is asked of a window when it closes. */
export interface KeptWindow {
  getNormalBounds(): Area;
  isMaximized(): boolean;
}

/** Where a maximized window was before it was, so that it goes back there also after a restart. */
export function stateOf(window: KeptWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { x, y, width, height, isMaximized: window.isMaximized() };
}
