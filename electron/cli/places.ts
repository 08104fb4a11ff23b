// Where things are when nobody says otherwise: the app's own folder of this system, and the library in it.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../engine/library/durable-file.ts';

const appName = 'Kling 5 Studio';

/** The same folder that the app itself uses. */
function defaultHome(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', appName);
  if (platform === 'win32')
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), appName);
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), appName);
}

export function chooseHome(
  option: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): string {
  return resolve(option || env['KLING5_HOME'] || defaultHome());
}

const preferencesSchema = z.object({ libraryPath: z.string().refine(isAbsolute) });

export function libraryOf(home: string): string {
  try {
    const text = readFileSync(join(home, 'preferences.json'), 'utf8');
    return preferencesSchema.parse(JSON.parse(text)).libraryPath;
  } catch {
    return join(home, 'library'); // no choice was made
  }
}

/** As the app keeps it; everything else in the file stays. */
export function rememberLibraryOf(home: string, library: string): void {
  const file = join(home, 'preferences.json');
  const present: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeDurably(
    file,
    `${JSON.stringify({ ...(present as object), libraryPath: library }, null, 2)}\n`,
  );
}

const packageSchema = z.object({ version: z.string() });

export function appVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return packageSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
