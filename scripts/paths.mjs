// Where the scripts find things: the project, its installed tools, the user's cache folder.
// It computes paths only; it creates and reads nothing.
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));
export const modulesDir = join(rootDir, 'node_modules');
export const binDir = join(modulesDir, '.bin');
export const stampDir = join(modulesDir, '.cache', 'kling-5-studio');
export const lockFile = join(rootDir, 'package-lock.json');

/** The Node 24 that package.json installs; the machine's own Node may be older. */
export const nodeExecutable = join(
  modulesDir,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Shared by every clone of one user. Follows the XDG convention on every platform. */
export function userCacheDir(env = process.env) {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'kling-5-studio');
}

/** The environment in which installed tools run: Node 24 and node_modules/.bin come first. */
export function toolEnvironment(env = process.env) {
  // Windows spells the name "Path".
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [name]: `${binDir}${delimiter}${env[name] ?? ''}` };
}
