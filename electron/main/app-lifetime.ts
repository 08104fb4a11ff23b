// Brings the app up in the order that shows its window first, and takes it down again. What the first sight does not need is in services.ts,
// which is loaded while the page is on its way; who asks for it earlier waits.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, session } from 'electron';
import { startChild } from './processes/child-process.ts';
import { compiledIn } from './compiled-code.ts';
import { serveWhenLoaded } from './processes/early-calls.ts';
import { createEngineSupervisor, type EngineSupervisor } from './processes/engine-supervisor.ts';
import type { Home } from './home.ts';
import { openMainWindow, pageOrigin } from './window/main-window.ts';
import { createPreferenceStore, type PreferenceStore } from './preferences.ts';
import { serveApp } from './protocols/app-protocol.ts';
import { serveMedia } from './protocols/media-protocol.ts';
import type { Services } from './services.ts';
import { answerWith } from './shell/studio-answer.ts';
import { channels, serveStudio } from './shell/studio-ipc.ts';
import { checkOwnLanguage, placeDictionary } from './window/spelling.ts';

export interface AppLifetime {
  startEngine(): void;
  openWindow(): void;
}

const outFolder = join(dirname(fileURLToPath(import.meta.url)), '..');

export function createAppLifetime(home: Home): AppLifetime {
  const devUrl = app.isPackaged ? null : (process.env['KLING5_DEV_URL'] ?? null);
  const allowedOrigin = pageOrigin(devUrl);
  let window: BrowserWindow | null = null;
  const send = (name: string, payload: unknown) =>
    window?.webContents.send(channels.event, name, payload);
  const preferences = createPreferenceStore(home.path, home.defaultLibrary);
  let loading: Promise<Services> | null = null;
  const services = () => {
    const given = { home, preferences, engine, outFolder, send, window: () => window, stopAll };
    loading ??= import('./services.ts')
      .then(({ createServices }) => createServices(given))
      .catch((thrown: unknown) => {
        loading = null; // to be tried again, and not waited for at the end
        throw thrown;
      });
    return loading;
  };
  const engine = createEngine(home, preferences, { services, send });
  let isServing = false;

  function openWindow(): void {
    if (!isServing) {
      prepareSpelling(home);
      servePage({ engine, services, allowedOrigin });
    }
    isServing = true;
    window = openMainWindow({ preferences, outFolder, devUrl });
    window.on('closed', () => {
      window = null;
    });
  }

  async function stopAll(): Promise<void> {
    await engine.stop();
    if (loading) await (await loading).stop();
  }

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (!window) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  endInOrder(stopAll);

  return { startEngine: () => engine.start(), openWindow };
}

function prepareSpelling({ path }: Home): void {
  if (process.platform === 'darwin') return;
  placeDictionary({ home: path, folder: join(outFolder, 'main') });
  checkOwnLanguage(session.defaultSession);
}

interface EngineSurroundings {
  readonly services: () => Promise<Services>;
  readonly send: (name: string, payload: unknown) => void;
}

function createEngine(
  home: Home,
  preferences: PreferenceStore,
  { services, send }: EngineSurroundings,
): EngineSupervisor {
  const config = () => ({
    home: home.path,
    library: preferences.libraryPath(),
    logs: home.logs,
    version: app.getVersion(),
  });
  return createEngineSupervisor({
    spawn: () =>
      startChild({
        entry: join(outFolder, 'engine', 'entry-engine.cjs'),
        name: 'Engine',
        env: {
          ...compiledIn(home),
          ...fewArenas,
          ...fileThreads,
          KLING5_ENGINE_CONFIG: JSON.stringify(config()),
        },
      }),
    serveHost: (port) =>
      serveWhenLoaded(port, () => services().then(({ serveEngine }) => serveEngine)),
    onHealth: (health) => send('shell.healthChanged', health),
    onEvent: send,
  });
}

/** The C library of Linux keeps a heap for each thread and gives little of it back; two are enough for an engine that exports. */
const fewArenas = { MALLOC_ARENA_MAX: '2' };

/** Threads of Node for files: an import waits for many syncs, and those that wait together cost little more than one. */
const fileThreads = { UV_THREADPOOL_SIZE: '16' };

interface PageSurroundings {
  readonly engine: EngineSupervisor;
  readonly services: () => Promise<Services>;
  readonly allowedOrigin: string;
}

/** Its files, its media and its calls. */
function servePage({ engine, services, allowedOrigin }: PageSurroundings): void {
  const { defaultSession } = session;
  serveApp(defaultSession, join(outFolder, 'renderer'));
  serveMedia(defaultSession, {
    readableBy: allowedOrigin,
    resolve: async (address) => (await services()).resolveMedia(address),
  });
  serveStudio({
    allowedOrigin,
    answer: answerWith({
      engine,
      answerShell: async (...call) => (await services()).answerShell(...call),
    }),
    grantFile: async (path) => (await services()).grantFile(path),
  });
}

/** Holds the end of the app until engine and gateway have closed their files. */
function endInOrder(stopAll: () => Promise<void>): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
  app.on('will-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    void stopAll().finally(() => {
      state = 'ended';
      app.quit();
    });
  });
}
