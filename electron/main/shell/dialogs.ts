// Native dialogs. Each answers with a grant, so that no path reaches the page.
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { type BrowserWindow, app, dialog } from 'electron';
import { mostOwnFiles } from '#shared/contract/own-files.ts';
import { readClipboardPng } from './clipboard-image.ts';
import type { GrantBook } from '../../host/grants.ts';

const archiveTypes = [{ name: 'ZIP archive', extensions: ['zip'] }];
const saveTypes = {
  archive: archiveTypes,
  csv: [{ name: 'CSV table', extensions: ['csv'] }],
  json: [{ name: 'JSON', extensions: ['json'] }],
};
const imageNames = ['jpg', 'jpeg', 'png', 'webp'];
const videoNames = ['mp4', 'm4v', 'mov', 'webm'];
const ownTypes = [
  { name: 'Videos and images', extensions: [...videoNames, ...imageNames] },
  { name: 'All files', extensions: ['*'] },
];
const videoTypes = [
  { name: 'Videos', extensions: videoNames },
  { name: 'All files', extensions: ['*'] },
];
const imageTypes = [{ name: 'Images', extensions: imageNames }];

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
  /** Videos and pictures to take in. */
  chooseOwnFiles(): Promise<{ grantId: ReturnType<GrantBook['issue']>; fileName: string }[]>;
  chooseVideo(): Promise<ReturnType<GrantBook['issue']> | null>;
  /** The name of a copy of this file, or a folder for copies of several. */
  choosePlaceForCopies(file: string | null): Promise<ReturnType<GrantBook['issue']> | null>;
  /** An absolute folder for the library, or `null`. */
  chooseLibraryFolder(): Promise<string | null>;
  chooseBackupFolder(): Promise<string | null>;
  clipboardImage(): Promise<{ grantId: ReturnType<GrantBook['issue']> | null; fileName: string }>;
}

const markerName = '.kling5-library';
const backupMarkerName = '.kling5-backups';

/** A folder with other things in it is not taken over: the library gets a folder of its own inside. */
function libraryFolderIn(chosen: string): string {
  return ownFolderIn(chosen, markerName, 'Kling 5 Studio Library');
}

function backupFolderIn(chosen: string): string {
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
  const chooseFiles = async (filters: Electron.FileFilter[], multiple: boolean) => {
    const answer = await onTop((parent) =>
      dialog.showOpenDialog(parent, {
        filters,
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      }),
    );
    return (answer?.filePaths ?? [])
      .slice(0, mostOwnFiles)
      .map((path) => ({ grantId: grants.issue(path, 'read'), fileName: basename(path) }));
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
      return {
        grantId: grants.issue(answer.filePath, 'write'),
        fileName: basename(answer.filePath),
      };
    },
    chooseArchive: async () => {
      const answer = await onTop((parent) =>
        dialog.showOpenDialog(parent, { filters: archiveTypes, properties: ['openFile'] }),
      );
      const [path] = answer?.filePaths ?? [];
      if (path === undefined) return { grantId: null, fileName: '' };
      return { grantId: grants.issue(path, 'read'), fileName: basename(path) };
    },
    chooseImages: (multiple) => chooseFiles(imageTypes, multiple),
    chooseOwnFiles: () => chooseFiles(ownTypes, true),
    chooseVideo: async () => (await chooseFiles(videoTypes, false))[0]?.grantId ?? null,
    choosePlaceForCopies: async (file) => {
      if (file === null) {
        const folder = await chooseFolder();
        return folder === null ? null : grants.issue(folder, 'write');
      }
      const answer = await onTop((parent) =>
        dialog.showSaveDialog(parent, {
          defaultPath: join(app.getPath('videos'), basename(file)),
          filters: [{ name: 'Video', extensions: [extname(file).slice(1)] }],
          properties: ['showOverwriteConfirmation'],
        }),
      );
      return answer?.filePath ? grants.issue(answer.filePath, 'write') : null;
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
      return { grantId: grants.issue(path, 'read'), fileName: 'Pasted image.png' };
    },
  };
}
