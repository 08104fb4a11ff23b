// All that the main process does for page and engine once the window is on its way: calls, keychain, gateway, menu, dialogs, notices.
// Loaded late, with the schemas. Wires parts together and decides nothing itself.
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { ChosenKeys } from '#shared/commands.ts';
import type { CallInput, CallOutput } from '#shared/contract/define.ts';
import { hostedContract, type HostedContract } from '#shared/contract/host.ts';
import { shellContract } from '#shared/contract/shell.ts';
import type { GrantId } from '#shared/domain/ids.ts';
import { dispatch } from '#shared/rpc/server.ts';
import { createTypedClient } from '#shared/rpc/typed-client.ts';
import { createAppearance } from './appearance.ts';
import { compiledIn } from './compiled-code.ts';
import { startChild } from './processes/child-process.ts';
import { createCloudEndpoint } from '../host/cloud-endpoint.ts';
import { createDialogs } from './shell/dialogs.ts';
import type { Serve } from './processes/early-calls.ts';
import { createFilesOut } from './shell/files-out.ts';
import { createEmbeddedGateway, type EmbeddedGateway } from '../host/embedded-gateway.ts';
import type { EngineSupervisor } from './processes/engine-supervisor.ts';
import { createGrantBook } from '../host/grants.ts';
import type { Home } from './home.ts';
import { createHostHandlers, serveHost } from '../host/host-handlers.ts';
import { setMenu } from './shell/menu.ts';
import { createNotices } from './shell/notices.ts';
import { createOwnKeyStore, type OwnKeyStore } from '../host/own-key.ts';
import type { PreferenceStore } from './preferences.ts';
import { createSecretStore } from '../host/secrets.ts';
import { createShellHandlers } from './shell/shell-handlers.ts';
import type { Answer } from './shell/studio-answer.ts';
import { followPower } from './processes/wake-up.ts';

export interface ServicesDeps {
  readonly home: Home;
  readonly preferences: PreferenceStore;
  readonly engine: EngineSupervisor;
  readonly outFolder: string;
  readonly window: () => BrowserWindow | null;
  /** To the page. */
  readonly send: (name: string, payload: unknown) => void;
  readonly stopAll: () => Promise<void>;
}

export interface Services {
  /** The engine's own calls. */
  readonly serveEngine: Serve;
  /** The page's calls that are not the engine's. */
  readonly answerShell: Answer;
  readonly grantFile: (path: string) => GrantId;
  readonly resolveMedia: (
    address: CallInput<HostedContract, 'media.resolve'>,
  ) => Promise<CallOutput<HostedContract, 'media.resolve'>>;
  stop(): Promise<void>;
}

/** A packaged app does not listen to it. */
function forTests(variable: string): string | undefined {
  return app.isPackaged ? undefined : process.env[variable];
}

export function createServices(deps: ServicesDeps): Services {
  const { home, preferences, engine } = deps;
  const secrets = createSecretStore(home.path);
  const ownKey = createOwnKeyStore(secrets, forTests('KLING5_KLING_URL'));
  const grants = createGrantBook();
  const gateway = createGateway(deps, ownKey);
  const hostHandlers = createHostHandlers({
    grants,
    secrets,
    endpoint: createCloudEndpoint(gateway, secrets),
    libraryMoved: (path) => preferences.setLibraryPath(path),
    startAgain: () => void engine.restart(),
  });
  const hosted = createTypedClient(hostedContract, {
    call: (name, input, { deadlineMs, signal }) => engine.call(name, input, deadlineMs, signal),
  });
  followPower(() => hosted.call('engine.wakeUp', {}));
  const resolveMedia: Services['resolveMedia'] = (address) => hosted.call('media.resolve', address);
  const handlers = shellOf(deps, { secrets, ownKey, grants, gateway, resolveMedia });
  const shell = { contract: shellContract, handlers };
  return {
    serveEngine: (port) => serveHost(port, hostHandlers),
    answerShell: async (name, input, signal) =>
      JSON.stringify(await dispatch(shell, name, input, { signal })),
    grantFile: (path) => grants.issue(path, 'read'),
    resolveMedia,
    stop: () => gateway.stop(),
  };
}

function createGateway({ home, outFolder }: ServicesDeps, ownKey: OwnKeyStore): EmbeddedGateway {
  return createEmbeddedGateway({
    dir: home.gateway,
    faultsFile: forTests('KLING5_GATEWAY_FAULTS') ?? null,
    spawn: () =>
      startChild({
        entry: join(outFolder, 'gateway', 'entry-gateway.cjs'),
        name: 'Gateway',
        env: compiledIn(home),
      }),
    klingAccess: ownKey.access,
  });
}

interface ShellParts extends Pick<
  Parameters<typeof createShellHandlers>[0],
  'secrets' | 'ownKey' | 'grants' | 'gateway'
> {
  readonly resolveMedia: Services['resolveMedia'];
}

function shellOf(deps: ServicesDeps, { resolveMedia, ...parts }: ShellParts) {
  const { home, preferences, engine, window, send, stopAll } = deps;
  const appearance = createAppearance(preferences);
  const showMenu = (shortcuts: ChosenKeys) =>
    setMenu((command) => send('shell.command', { command }), shortcuts);
  showMenu(appearance.read().shortcuts);
  const resolveOutput = async (id: string) => (await resolveMedia({ kind: 'generation', id })).path;
  return createShellHandlers({
    ...parts,
    preferences,
    appearance,
    engine,
    home,
    files: createFilesOut(window, resolveOutput),
    dialogs: createDialogs(window, parts.grants),
    notices: createNotices(window),
    send,
    onShortcuts: showMenu,
    resolveOutput,
    resolveFile: async (file) => (await resolveMedia(file)).path,
    runWipe: async () => {
      await stopAll();
      app.relaunch();
      app.exit(0);
    },
  });
}
