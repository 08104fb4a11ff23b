// Where this app keeps what is not media: Electron's userData folder, or the folder in KLING5_HOME.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { App } from 'electron';
import { claimHome } from '../engine/erasure/home-marker.ts';

export interface Home {
  /** Absolute path of userData. */
  readonly path: string;
  readonly logs: string;
  readonly gateway: string;
  readonly defaultLibrary: string;
}

export function prepareHome(app: App): Home {
  const wanted = process.env['KLING5_HOME'];
  if (wanted) app.setPath('userData', resolve(wanted));
  const path = app.getPath('userData');
  const logs = join(path, 'logs');
  mkdirSync(path, { recursive: true });
  claimHome(path);
  app.setAppLogsPath(logs);
  return {
    path,
    logs,
    gateway: join(path, 'embedded-gateway'),
    defaultLibrary: join(path, 'library'),
  };
}
