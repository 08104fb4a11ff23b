// Builds keytar, the bridge to the system keychain, when npm has just installed it. npm may not run its install
// script (see "allowScripts" in package.json): there a failure would undo the whole installation, here it costs one
// sentence, because the app can keep sign-ins for a session without a keychain.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../child.mjs';
import { binDir, modulesDir, nodeExecutable, stampDir, toolEnvironment } from '../paths.mjs';
import { readNote, writeNote } from './note.mjs';

const bridgeDir = join(modulesDir, 'keytar');
const binary = join(bridgeDir, 'build', 'Release', 'keytar.node');
const failureFile = join(stampDir, 'keychain-bridge-failed.json');
const dayMs = 24 * 60 * 60 * 1000;
const fetchLimitMs = 30_000;

export async function ensureKeychainBridge({ say, nowMs = Date.now() }) {
  if (!existsSync(bridgeDir) || existsSync(binary)) return;
  const failure = readNote(failureFile);
  if (failure && nowMs - failure.atMs < dayMs) return;
  say('Preparing the keychain bridge…');
  const reason = (await fetchPrebuilt()) ? undefined : await build();
  if (reason === undefined) return;
  writeNote(failureFile, { atMs: nowMs });
  say('The keychain bridge could not be built, so sign-ins last only until the app is closed.');
  say(`  ${reason}`);
  say(
    '  It needs a C++ compiler, make, Python 3 and, on Linux, libsecret’s headers (libsecret-1-dev).',
  );
  say('  It is tried again tomorrow, or after the folder node_modules is removed.');
}

async function fetchPrebuilt() {
  const command = join(bridgeDir, 'node_modules', '.bin', 'prebuild-install');
  const fetcher = existsSync(command) ? command : join(binDir, 'prebuild-install');
  await run(fetcher, [], options({ timeLimitMs: fetchLimitMs }));
  return existsSync(binary);
}

/** Resolves to undefined when the binary was built, else to the reason in one line. */
async function build() {
  const headers = nodeHeaders();
  const args = ['rebuild', ...(headers ? [`--nodedir=${headers}`] : [])];
  const result = await run(join(binDir, 'node-gyp'), args, options());
  if (result.code === 0 && existsSync(binary)) return undefined;
  const errors = result.output.split('\n').filter((line) => /\berror\b|ERR!/i.test(line));
  return (errors[0] ?? result.error?.message ?? 'node-gyp failed').trim();
}

/**
 * Where a Node on this machine keeps its headers. The bridge uses Node-API, so any version's will do, and then
 * nothing has to be fetched. The Node 24 of the npm package has none.
 */
function nodeHeaders(env = process.env) {
  const candidates = [env.npm_node_execpath, process.execPath, '/usr/bin/node'];
  return candidates
    .filter((file) => file && file !== nodeExecutable)
    .map((file) => dirname(dirname(file)))
    .find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h')));
}

function options(more = {}) {
  return { cwd: bridgeDir, env: toolEnvironment(), shell: process.platform === 'win32', ...more };
}
