// One handler for each call of the shell contract. No domain data passes here.
import { app, clipboard, nativeTheme, shell } from 'electron';
import type { ChosenKeys } from '#shared/commands.ts';
import type { EngineHealth, ShellHandlers } from '#shared/contract/shell.ts';
import type { DataFile } from '#shared/contract/inspect.ts';
import { wipeReceiptSchema } from '#shared/contract/data.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialogs } from './dialogs.ts';
import type { FilesOut } from './files-out.ts';
import type { EngineSupervisor } from '../processes/engine-supervisor.ts';
import { openSupportMail } from './external-links.ts';
import type { GrantBook } from '../../host/grants.ts';
import type { Home } from '../home.ts';
import type { Notices } from './notices.ts';
import type { Appearance } from '../appearance.ts';
import { type PreferenceStore, placeLabel } from '../preferences.ts';
import type { EmbeddedGateway } from '../../host/embedded-gateway.ts';
import type { OwnKeyStore } from '../../host/own-key.ts';
import type { SecretStore } from '../../host/secrets.ts';

export interface ShellDeps {
  readonly home: Home;
  readonly preferences: PreferenceStore;
  readonly appearance: Appearance;
  readonly secrets: SecretStore;
  readonly ownKey: OwnKeyStore;
  readonly gateway: Pick<EmbeddedGateway, 'stop'>;
  readonly grants: GrantBook;
  readonly dialogs: Dialogs;
  readonly engine: EngineSupervisor;
  readonly resolveOutput: (generationId: string) => Promise<string>;
  readonly resolveFile: (file: DataFile) => Promise<string>;
  readonly runWipe: () => Promise<void>;
  readonly notices: Notices;
  readonly files: FilesOut;
  /** To the page. */
  readonly send: (name: string, payload: unknown) => void;
  /** The keys of commands were chosen anew. */
  readonly onShortcuts: (shortcuts: ChosenKeys) => void;
}

function readWipeReceipt(home: string) {
  try {
    const text = readFileSync(join(home, 'erase-receipt.json'), 'utf8');
    return wipeReceiptSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // there was no wipe, or its receipt cannot be read: nothing to show either way
  }
}

/** The gateway reads the key when it starts, and starts again when the engine next needs it. */
function ownKeyHandlers({ ownKey, gateway }: ShellDeps) {
  return {
    'ownKey.get': () => ownKey.describe(),
    'ownKey.set': async ({ key, secret, region }) => {
      await ownKey.set({ key, region, ...(secret === undefined ? {} : { secret }) });
      await gateway.stop();
      return ownKey.describe();
    },
    'ownKey.remove': async () => {
      await ownKey.remove();
      await gateway.stop();
      return ownKey.describe();
    },
  } satisfies Partial<ShellHandlers<{ signal: AbortSignal }>>;
}

export function createShellHandlers(deps: ShellDeps): ShellHandlers<{ signal: AbortSignal }> {
  const { preferences, appearance, dialogs, engine, grants, home } = deps;
  const label = () => placeLabel(preferences.libraryPath());
  const restart = async (): Promise<EngineHealth> => {
    await engine.restart();
    return engine.health;
  };
  return {
    'shell.info': async () => ({
      version: app.getVersion(),
      platform: process.platform as 'darwin' | 'win32' | 'linux',
      electron: process.versions.electron,
      libraryLabel: label(),
      libraryIsDefault: preferences.libraryIsDefault(),
      isKeychainAvailable: await deps.secrets.isAvailable(),
      wipeReceipt: readWipeReceipt(home.path),
    }),
    'shell.health': () => engine.health,
    'preferences.get': () => appearance.read(),
    'preferences.set': (change) => {
      const next = appearance.write(change as Parameters<Appearance['write']>[0]);
      nativeTheme.themeSource = next.theme;
      if ('shortcuts' in change) deps.onShortcuts(next.shortcuts);
      return next;
    },
    ...ownKeyHandlers(deps),
    'dialogs.saveExport': ({ suggestedName, type }) => dialogs.saveExport(suggestedName, type),
    'dialogs.chooseArchive': () => dialogs.chooseArchive(),
    'dialogs.chooseImages': async ({ multiple }) => ({
      grants: await dialogs.chooseImages(multiple),
    }),
    'dialogs.chooseLibrary': async () => {
      const chosen = await dialogs.chooseLibraryFolder();
      if (!chosen) return { changed: false, libraryLabel: label() };
      preferences.setLibraryPath(chosen);
      await engine.restart();
      return { changed: true, libraryLabel: label() };
    },
    'dialogs.chooseMoveTarget': async () => {
      const chosen = await dialogs.chooseLibraryFolder();
      return { grantId: chosen === null ? null : grants.issue(chosen, 'folder') };
    },
    'dialogs.chooseBackupFolder': async () => {
      const chosen = await dialogs.chooseBackupFolder();
      return { grantId: chosen === null ? null : grants.issue(chosen, 'folder') };
    },
    'dialogs.chooseOwnFiles': async () => ({ grants: await dialogs.chooseOwnFiles() }),
    'dialogs.chooseVideo': async () => ({ grantId: await dialogs.chooseVideo() }),
    'dialogs.choosePlaceForCopies': async ({ id }) => ({
      grantId: await dialogs.choosePlaceForCopies(
        id === null ? null : await deps.resolveOutput(id),
      ),
    }),
    'clipboard.writeFiles': async ({ ids }) => ({ count: await deps.files.copy(ids) }),
    'shell.dragFiles': async ({ ids }) => ({ count: await deps.files.drag(ids) }),
    'clipboard.grantImage': () => dialogs.clipboardImage(),
    'clipboard.writeText': async ({ text }) => {
      await clipboard.writeText(text);
      return {};
    },
    'shell.revealOutput': async ({ id }) => {
      shell.showItemInFolder(await deps.resolveOutput(id));
      return {};
    },
    'shell.revealFile': async (file) => {
      shell.showItemInFolder(await deps.resolveFile(file));
      return {};
    },
    'shell.revealExport': ({ grantId }) => {
      shell.showItemInFolder(grants.lookUp(grantId));
      return {};
    },
    'shell.open': async ({ place }) => {
      if (place === 'support' || place === 'help') {
        await openSupportMail({ subject: `Kling 5 Studio ${app.getVersion()}`, text: '' });
      } else await shell.openPath(place === 'logs' ? home.logs : preferences.libraryPath());
      return {};
    },
    'shell.writeMail': async (mail) => {
      await openSupportMail(mail);
      return {};
    },
    'shell.notify': ({ title, text, generationId }) => {
      deps.notices.notify({
        title,
        text,
        onClick: () => {
          if (generationId !== null) deps.send('shell.openClip', { id: generationId });
        },
      });
      return {};
    },
    'shell.showProgress': ({ share }) => {
      deps.notices.showProgress(share);
      return {};
    },
    'shell.restartEngine': restart,
    'shell.runWipe': async () => {
      await deps.runWipe();
      return {};
    },
    'shell.quit': () => {
      app.quit();
      return {};
    },
  };
}
