// Which Electron to run: the one the developer names, the official binary, a fetched official binary, or the
// fallback runtime. Nothing else in the project chooses; everything asks here.
import { existsSync } from 'node:fs';
import {
  fallbackSupported,
  fallbackVersion,
  prepareFallback,
  preparedFallback,
} from './electron-runtime/fallback.mjs';
import {
  executableIn,
  fetchFailedRecently,
  fetchOfficial,
  forgetFetchFailure,
  installedOfficial,
  rememberFetchFailure,
  versionOf,
  wantedVersion,
} from './electron-runtime/official.mjs';
import { SetupProblem } from './problem.mjs';

/**
 * The decision alone, from what is known: `'override' | 'official' | 'fetch' | 'fallback' | 'prepare' | 'none'`.
 * `fetch` and `prepare` name work to do, after which the question is asked again.
 */
export function chooseRuntime({ override, official, fetchFailed, fallback, fallbackSupported }) {
  if (override) return 'override';
  if (official) return 'official';
  if (!fetchFailed || !fallbackSupported) return fetchFailed === 'now' ? 'none' : 'fetch';
  return fallback ? 'fallback' : 'prepare';
}

/** What is in place now, without fetching or preparing: `{ executable, version, isFallback }` or undefined. */
export function presentElectron() {
  const known = knownRuntimes();
  const choice = chooseRuntime(known);
  if (choice === 'override') return overrideRuntime(known.override);
  if (choice === 'official') return { ...known.official, isFallback: false };
  if (choice === 'fallback') return fallbackRuntime(known.fallback);
  return undefined;
}

/** Like presentElectron, but does what is needed to get there. `say` receives progress lines. */
export async function resolveElectron({ say = console.log } = {}) {
  const present = presentElectron();
  if (present) return present;
  say('Fetching the Electron runtime…');
  let known = knownRuntimes();
  let reason = 'it failed less than a day ago';
  if (chooseRuntime(known) === 'fetch') {
    const result = await fetchOfficial();
    reason = result.reason;
    if (result.fetched) forgetFetchFailure();
    else rememberFetchFailure();
    known = { ...knownRuntimes(), fetchFailed: result.fetched ? false : 'now' };
  }
  if (chooseRuntime(known) === 'none') throw notFetched(reason);
  if (chooseRuntime(known) === 'prepare') {
    say(`Electron ${wantedVersion()} cannot be fetched from here.`);
    say(`Preparing the fallback Electron runtime ${fallbackVersion} (about 20 s)…`);
    await prepareFallback();
  }
  const resolved = presentElectron();
  if (!resolved) throw notFetched(reason);
  return resolved;
}

/** Flags this machine needs. The sandbox cannot run as root on Linux; everywhere else it stays on. */
export function electronFlags(platform = process.platform, userId = process.getuid?.()) {
  return platform === 'linux' && userId === 0 ? ['--no-sandbox'] : [];
}

/** One line for people about the runtime in use. */
export function describeRuntime({ version, isFallback }) {
  if (!isFallback) return `Electron ${version}`;
  return `Electron ${version}, the fallback runtime for development (the official ${wantedVersion()} could not be fetched)`;
}

function knownRuntimes() {
  return {
    override: process.env.ELECTRON_OVERRIDE_DIST_PATH,
    official: installedOfficial(),
    fetchFailed: fetchFailedRecently() ? 'earlier' : false,
    fallback: preparedFallback(),
    fallbackSupported: fallbackSupported(),
  };
}

function overrideRuntime(dist) {
  const executable = executableIn(dist);
  if (!existsSync(executable)) {
    throw new SetupProblem(
      `ELECTRON_OVERRIDE_DIST_PATH is set, but there is no Electron at ${executable}.`,
      'Unset it, or point it at the folder that contains the Electron executable.',
    );
  }
  return { executable, version: versionOf(dist) ?? 'unknown', isFallback: false };
}

function fallbackRuntime(executable) {
  return { executable, version: fallbackVersion, isFallback: true };
}

function notFetched(reason) {
  return new SetupProblem(
    `Electron ${wantedVersion()} could not be fetched: ${reason}.`,
    'Check the connection, or set ELECTRON_MIRROR to a mirror of its releases, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron build. Then run the same command again.',
  );
}
