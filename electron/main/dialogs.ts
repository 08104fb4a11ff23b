// Native dialogs. Each answers with a grant, so that no path reaches the page.
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type BrowserWindow, app, dialog } from 'electron';
import { readClipboardPng } from './clipboard-image.ts';
import type { GrantBook } from '../host/grants.ts';

const archiveTypes = [{ name: 'ZIP archive', extensions: ['zip'] }];
const saveTypes = {
  archive: archiveTypes,
  csv: [{ name: 'CSV table', extensions: ['csv'] }],
  json: [{ name: 'JSON', extensions: ['json'] }],
};
const imageTypes = [{ name: 'Images', extensions: ['jpg', 'jpeg', 'png', 'webp'] }];

export interface Dialogs {
  saveExport(
    suggestedName: string,
    type: keyof typeof saveTypes,
  ): Promise<{ grantId: ReturnType<GrantBook['issue']> | null; fileName: string }>;
  /** An exported archive to import. */
  chooseArchive(): Promise<{ grantId: ReturnType<GrantBook['issue']> | null; fileName: string }>;
  chooseImages(
    multiple: boolean,
  ): Promise<{ grantId: ReturnType<GrantBook['issue']>; fileName: string }[]>;
  /** An absolute folder for the library, or `null`. */
  chooseLibraryFolder(): Promise<string | null>;
  chooseBackupFolder(): Promise<string | null>;
  clipboardImage(): Promise<{ grantId: ReturnType<GrantBook['issue']> | null; fileName: string }>;
}

const markerName = '.kling5-library';
const backupMarkerName = '.kling5-backups';

/** A folder with other things in it is not taken over: the library gets a folder of its own inside. */
export function libraryFolderIn(chosen: string): string {
  return ownFolderIn(chosen, markerName, 'Kling 5 Studio Library');
}

export function backupFolderIn(chosen: string): string {
  return ownFolderIn(chosen, backupMarkerName, 'Kling 5 Studio Backups');
}

function ownFolderIn(chosen: string, marker: string, name: string): string {
  const names = readdirSync(chosen);
  if (names.length === 0 || names.includes(marker)) return chosen;
  const own = join(chosen, name);
  mkdirSync(own, { recursive: true });
  return own;
}

export function createDialogs(window: () => BrowserWindow | null, grants: GrantBook): Dialogs {
  const onTop = async <T>(show: (parent: BrowserWindow) => Promise<T>): Promise<T | null> => {
    const parent = window();
    return parent ? show(parent) : null;
  };
  const chooseFolder = async (): Promise<string | null> => {
    const answer = await onTop((parent) =>
      dialog.showOpenDialog(parent, { properties: ['openDirectory', 'createDirectory'] }),
    );
    const [chosen] = answer?.filePaths ?? [];
    return chosen && statSync(chosen).isDirectory() ? chosen : null;
  };
  return {
    saveExport: async (suggestedName, type) => {
      const answer = await onTop((parent) =>
        dialog.showSaveDialog(parent, {
          defaultPath: join(app.getPath('documents'), basename(suggestedName)),
          filters: [...saveTypes[type]],
        }),
      );
      if (!answer || answer.canceled || !answer.filePath) return { grantId: null, fileName: '' };
      return { grantId: grants.issue(answer.filePath), fileName: basename(answer.filePath) };
    },
    chooseArchive: async () => {
      const answer = await onTop((parent) =>
        dialog.showOpenDialog(parent, { filters: archiveTypes, properties: ['openFile'] }),
      );
      const [path] = answer?.filePaths ?? [];
      if (path === undefined) return { grantId: null, fileName: '' };
      return { grantId: grants.issue(path), fileName: basename(path) };
    },
    chooseImages: async (multiple) => {
      const answer = await onTop((parent) =>
        dialog.showOpenDialog(parent, {
          filters: imageTypes,
          properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
        }),
      );
      return (answer?.filePaths ?? []).map((path) => ({
        grantId: grants.issue(path),
        fileName: basename(path),
      }));
    },
    chooseLibraryFolder: async () => {
      const chosen = await chooseFolder();
      return chosen === null ? null : libraryFolderIn(chosen);
    },
    chooseBackupFolder: async () => {
      const chosen = await chooseFolder();
      return chosen === null ? null : backupFolderIn(chosen);
    },
    clipboardImage: async () => {
      const png = await readClipboardPng();
      if (!png) return { grantId: null, fileName: '' };
      const folder = await mkdtemp(join(tmpdir(), 'kling5-paste-'));
      const path = join(folder, 'Pasted image.png');
      await writeFile(path, png);
      return { grantId: grants.issue(path), fileName: 'Pasted image.png' };
    },
  };
}
