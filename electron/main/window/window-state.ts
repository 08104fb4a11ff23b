// Size and place of the window over restarts, kept on a screen that exists, and what it showed. Pure.
import type { WindowState } from '../preferences.ts';

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

/** The one besides Create where a start may begin. */
const library = '#/library';

/** Of a page's address: whether the next start begins in the Library, where this one ends. */
export function screenToKeep(url: string): Pick<WindowState, 'screen'> {
  const [screen] = URL.canParse(url) ? new URL(url).hash.split('?') : [];
  return screen === library ? { screen } : {};
}

/** What follows the page's address; whatever else the file says leads to where a start begins otherwise. */
export function screenToOpen(stored: WindowState | null): string {
  return stored?.screen === library ? library : '';
}
