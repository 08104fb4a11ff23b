// What the system draws of the window: its colour before the first paint, and its buttons over our toolbar. Follows the theme.
import { type BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';

/** --bg-app and --text-muted of the tokens, as the window system wants them. */
const colours = {
  dark: { background: '#0c0d10', symbols: '#a3a6ad' },
  light: { background: '#fafafb', symbols: '#55585f' },
} as const;

/** One less than the toolbar, whose lowest pixel is its line. */
const overlayHeight = 47;

const isMac = process.platform === 'darwin';

function presentColours() {
  return nativeTheme.shouldUseDarkColors ? colours.dark : colours.light;
}

function overlay() {
  const { background, symbols } = presentColours();
  // Opaque: Linux paints its own colour where it is told of none.
  return { color: background, symbolColor: symbols, height: overlayHeight };
}

export function frameOptions(): BrowserWindowConstructorOptions {
  return {
    backgroundColor: presentColours().background,
    titleBarStyle: 'hidden',
    ...(isMac ? { trafficLightPosition: { x: 20, y: 17 } } : { titleBarOverlay: overlay() }),
  };
}

export function followTheme(window: BrowserWindow): void {
  const update = () => {
    window.setBackgroundColor(presentColours().background);
    if (!isMac) window.setTitleBarOverlay(overlay());
  };
  nativeTheme.on('updated', update);
  window.once('closed', () => nativeTheme.off('updated', update));
}
