// The one window: sandboxed, isolated, guarded, remembered.
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen, session } from 'electron';
import { offerTextMenu } from './context-menu.ts';
import { guardNavigation, guardPermissions } from './navigation-guard.ts';
import type { PreferenceStore } from '../preferences.ts';
import { appOrigin } from '../protocols/schemes.ts';
import { followTheme, frameOptions } from './window-frame.ts';
import {
  fitWindow,
  minimumHeight,
  minimumWidth,
  screenToKeep,
  screenToOpen,
  stateOf,
} from './window-state.ts';

export interface MainWindowDeps {
  readonly preferences: PreferenceStore;
  readonly outFolder: string;
  /** Address of the development server, or `null`. */
  readonly devUrl: string | null;
}

export function pageOrigin(devUrl: string | null): string {
  return devUrl ? new URL(devUrl).origin : appOrigin;
}

export function openMainWindow(deps: MainWindowDeps): BrowserWindow {
  const { preferences, outFolder, devUrl } = deps;
  const stored = preferences.window();
  nativeTheme.themeSource = preferences.theme();
  const window = new BrowserWindow({
    ...fitWindow(
      stored,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: minimumWidth,
    minHeight: minimumHeight,
    show: false,
    title: 'Kling 5 Studio',
    ...frameOptions(),
    webPreferences: {
      preload: join(outFolder, 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
      devTools: devUrl !== null,
    },
  });
  if (stored?.isMaximized) window.maximize();
  guardPermissions(session.defaultSession);
  guardNavigation(window.webContents, pageOrigin(devUrl));
  offerTextMenu(window.webContents);
  rememberState(window, preferences);
  followTheme(window);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${devUrl ?? `${appOrigin}/index.html`}${screenToOpen(stored)}`);
  return window;
}

function rememberState(window: BrowserWindow, preferences: PreferenceStore): void {
  window.on('close', () => {
    preferences.setWindow({ ...stateOf(window), ...screenToKeep(window.webContents.getURL()) });
  });
}
