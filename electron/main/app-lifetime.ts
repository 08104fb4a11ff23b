// Wires the parts of the main process together and ends them in order. Decides nothing itself.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, session } from 'electron';
import type { ChosenKeys } from '#shared/commands.ts';
import { hostedContract } from '#shared/contract/host.ts';
import { createTypedClient } from '#shared/rpc/typed-client.ts';
import { startChild } from './child-process.ts';
import { createCloudEndpoint } from '../host/cloud-endpoint.ts';
import { createDialogs } from './dialogs.ts';
import { createFilesOut } from './files-out.ts';
import { createEmbeddedGateway, type EmbeddedGateway } from '../host/embedded-gateway.ts';
import { createEngineSupervisor, type EngineSupervisor } from './engine-supervisor.ts';
import { createGrantBook, type GrantBook } from '../host/grants.ts';
import type { Home } from './home.ts';
import { createHostHandlers, serveHost } from '../host/host-handlers.ts';
import { openMainWindow, pageOrigin } from './main-window.ts';
import { setMenu } from './menu.ts';
import { createNotices } from './notices.ts';
import { createOwnKeyStore, type OwnKeyStore } from '../host/own-key.ts';
import { createPreferenceStore, type PreferenceStore } from './preferences.ts';
import { serveApp } from './protocols/app-protocol.ts';
import { serveMedia } from './protocols/media-protocol.ts';
import { createSecretStore, type SecretStore } from '../host/secrets.ts';
import { createShellHandlers } from './shell-handlers.ts';
import { channels, serveStudio } from './studio-ipc.ts';
import { followPower } from './wake-up.ts';

export interface AppLifetime {
  startEngine(): void;
  openWindow(): void;
}

const outFolder = join(dirname(fileURLToPath(import.meta.url)), '..');

export function createAppLifetime(home: Home): AppLifetime {
  const devUrl = app.isPackaged ? null : (process.env['KLING5_DEV_URL'] ?? null);
  let window: BrowserWindow | null = null;
  const send = (name: string, payload: unknown) =>
    window?.webContents.send(channels.event, name, payload);
  const parts = createParts(home, send);
  let isServing = false;

  function serveOnce(): void {
    if (isServing) return;
    isServing = true;
    serve(home, parts, { allowedOrigin: pageOrigin(devUrl), window: () => window, send });
  }

  function openWindow(): void {
    serveOnce();
    window = openMainWindow({ preferences: parts.preferences, outFolder, devUrl });
    window.on('closed', () => {
      window = null;
    });
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
  endInOrder(() => stopAll(parts));

  return { startEngine: () => parts.engine.start(), openWindow };
}

interface Parts {
  readonly preferences: PreferenceStore;
  readonly secrets: SecretStore;
  readonly ownKey: OwnKeyStore;
  readonly grants: GrantBook;
  readonly gateway: EmbeddedGateway;
  readonly engine: EngineSupervisor;
}

/** A packaged app does not listen to it. */
function forTests(variable: string): string | undefined {
  return app.isPackaged ? undefined : process.env[variable];
}

function createParts(home: Home, send: (name: string, payload: unknown) => void): Parts {
  const preferences = createPreferenceStore(home.path, home.defaultLibrary);
  const secrets = createSecretStore(home.path);
  const ownKey = createOwnKeyStore(secrets, forTests('KLING5_KLING_URL'));
  const grants = createGrantBook();
  const gateway = createEmbeddedGateway({
    dir: home.gateway,
    faultsFile: forTests('KLING5_GATEWAY_FAULTS') ?? null,
    spawn: () =>
      startChild({
        entry: join(outFolder, 'gateway', 'entry-gateway.js'),
        name: 'Gateway',
        env: compiledIn(home),
      }),
    klingAccess: ownKey.access,
  });
  const hostHandlers = createHostHandlers({
    grants,
    secrets,
    endpoint: createCloudEndpoint(gateway, secrets),
    libraryMoved: (path) => preferences.setLibraryPath(path),
    startAgain: () => void engine.restart(),
  });
  const engineConfig = () => ({
    home: home.path,
    library: preferences.libraryPath(),
    logs: home.logs,
    version: app.getVersion(),
  });
  const engine: EngineSupervisor = createEngineSupervisor({
    spawn: () =>
      startChild({
        entry: join(outFolder, 'engine', 'entry-engine.js'),
        name: 'Engine',
        env: {
          ...compiledIn(home),
          ...fewArenas,
          ...fileThreads,
          KLING5_ENGINE_CONFIG: JSON.stringify(engineConfig()),
        },
      }),
    serveHost: (port) => serveHost(port, hostHandlers),
    onHealth: (health) => send('shell.healthChanged', health),
    onEvent: send,
  });
  return { preferences, secrets, ownKey, grants, gateway, engine };
}

/** Node keeps what it compiled beside what Chromium compiled: two megabytes of code are not compiled anew at each start. */
const compiledIn = (home: Home) => ({
  NODE_COMPILE_CACHE: join(home.path, 'Code Cache', 'node'),
});

/** The C library of Linux keeps a heap for each thread and gives little of it back; two are enough for an engine that exports. */
const fewArenas = { MALLOC_ARENA_MAX: '2' };

/** Threads of Node for files: an import waits for many syncs, and those that wait together cost little more than one. */
const fileThreads = { UV_THREADPOOL_SIZE: '16' };

async function stopAll({ engine, gateway }: Parts): Promise<void> {
  await engine.stop();
  await gateway.stop();
}

interface Page {
  readonly allowedOrigin: string;
  readonly window: () => BrowserWindow | null;
  readonly send: (name: string, payload: unknown) => void;
}

function serve(home: Home, parts: Parts, { allowedOrigin, window, send }: Page): void {
  const { engine, grants, preferences } = parts;
  const showMenu = (shortcuts: ChosenKeys) =>
    setMenu((command) => send('shell.command', { command }), shortcuts);
  showMenu(preferences.read().shortcuts);
  const hosted = createTypedClient(hostedContract, {
    call: (name, input, { deadlineMs, signal }) => engine.call(name, input, deadlineMs, signal),
  });
  followPower(() => hosted.call('engine.wakeUp', {}));
  serveApp(session.defaultSession, join(outFolder, 'renderer'));
  serveMedia(session.defaultSession, {
    readableBy: allowedOrigin,
    resolve: (address) => hosted.call('media.resolve', address),
  });
  const resolveOutput = async (id: string) =>
    (await hosted.call('media.resolve', { kind: 'generation', id })).path;
  const shellHandlers = createShellHandlers({
    ...parts,
    files: createFilesOut(window, resolveOutput),
    home,
    dialogs: createDialogs(window, grants),
    notices: createNotices(window),
    send,
    onShortcuts: showMenu,
    resolveOutput,
    resolveFile: async (file) => (await hosted.call('media.resolve', file)).path,
    runWipe: async () => {
      await stopAll(parts);
      app.relaunch();
      app.exit(0);
    },
  });
  serveStudio({ allowedOrigin, engine, grants, shellHandlers });
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
