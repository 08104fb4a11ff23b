// The official Electron binary of node_modules/electron: finds it, or fetches it within a short time.
// A machine that cannot reach Electron's release host is remembered for a day, so that no later start waits again.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../child.mjs';
import { modulesDir, nodeExecutable, userCacheDir } from '../paths.mjs';

const dayMs = 24 * 60 * 60 * 1000;
const reachLimitMs = 20_000;
const fetchLimitMs = 15 * 60_000;
const electronDir = join(modulesDir, 'electron');

const executables = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

export function executableIn(dist, platform = process.platform) {
  return join(dist, executables[platform] ?? 'electron');
}

/** The version that package.json asks for, or undefined before `npm ci`. */
export function wantedVersion() {
  const file = join(electronDir, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/** `{ executable, version }` when the binary of the wanted version is in place, else undefined. */
export function installedOfficial() {
  const dist = join(electronDir, 'dist');
  const executable = executableIn(dist);
  const version = versionOf(dist);
  if (!version || version !== wantedVersion() || !existsSync(executable)) return undefined;
  return { executable, version };
}

/** The version a folder with an Electron build says it has. */
export function versionOf(dist) {
  const file = join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

/**
 * Tries to fetch the official binary. Asks first, within 20 s, whether the release host answers at all;
 * only then is the download given the time a slow line needs.
 */
export async function fetchOfficial() {
  const work = mkdtempSync(join(tmpdir(), 'kling5-electron-'));
  try {
    const env = fetchEnvironment(work);
    if (!(await releaseHostAnswers(env))) {
      return { fetched: undefined, reason: 'its release host cannot be reached' };
    }
    const install = await run(nodeExecutable, [join(electronDir, 'install.js')], {
      cwd: electronDir,
      env,
      timeLimitMs: fetchLimitMs,
    });
    return { fetched: installedOfficial(), reason: install.output.trim() || 'no answer in time' };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function releaseHostAnswers(env) {
  const script = `
    import { downloadArtifact, ElectronDownloadCacheMode } from '@electron/get';
    import { rmSync } from 'node:fs';
    import { dirname } from 'node:path';
    const file = await downloadArtifact({
      version: process.env.WANTED_ELECTRON,
      artifactName: 'SHASUMS256.txt',
      isGeneric: true,
      cacheMode: ElectronDownloadCacheMode.Bypass,
    });
    rmSync(dirname(file), { recursive: true, force: true });`;
  const answer = await run(nodeExecutable, ['--input-type=module', '--eval', script], {
    cwd: electronDir,
    env,
    timeLimitMs: reachLimitMs,
  });
  return answer.code === 0;
}

/** Lets the download use the proxy that HTTPS_PROXY names, and keeps what it leaves behind in `work`. */
function fetchEnvironment(work) {
  const temporary = { TMPDIR: work, TMP: work, TEMP: work };
  const proxy = { NODE_USE_ENV_PROXY: '1' };
  return { ...process.env, ...temporary, ...proxy, WANTED_ELECTRON: wantedVersion() };
}

/** True when fetching this version failed less than a day ago. */
export function fetchFailedRecently(nowMs = Date.now(), file = failureFile()) {
  if (!existsSync(file)) return false;
  try {
    const failure = JSON.parse(readFileSync(file, 'utf8'));
    return failure.version === wantedVersion() && nowMs - failure.atMs < dayMs;
  } catch {
    return false; // An unreadable note is no note.
  }
}

export function rememberFetchFailure(nowMs = Date.now(), file = failureFile()) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ version: wantedVersion(), atMs: nowMs }));
}

export function forgetFetchFailure(file = failureFile()) {
  rmSync(file, { force: true });
}

function failureFile() {
  return join(userCacheDir(), 'electron-fetch-failed.json');
}
