// Installs the npm packages exactly as the lock file says, when they are missing or the lock file has changed.
// Which install scripts npm may run is said in package.json ("allowScripts"): the one of `node` alone. better-sqlite3
// is refused because npm would compile it although it brings its binaries; for keytar see keychain-bridge.mjs.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../child.mjs';
import { lockFile, modulesDir, nodeExecutable, rootDir, stampDir } from '../paths.mjs';
import { SetupProblem } from '../problem.mjs';
import { readNote, writeNote } from './note.mjs';

const noteFile = join(stampDir, 'dependencies.json');

export async function ensureDependencies({ say }) {
  const lockHash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(nodeExecutable) && readNote(noteFile)?.lockHash === lockHash) return;
  if (!matchesInstalled()) await install(say);
  if (!existsSync(nodeExecutable)) {
    throw new SetupProblem(
      'Node 24 is missing: the install script of the npm package "node" did not run.',
      'Check that `npm config get ignore-scripts` says false, then run: npm rebuild node',
    );
  }
  writeNote(noteFile, { lockHash });
}

/**
 * True when every package of the lock file is installed in the version it names. `installed` is the lock file
 * that npm keeps inside node_modules, written last. Packages for other platforms may be absent.
 */
export function sameVersions(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages?.[path];
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function matchesInstalled() {
  const installed = readNote(join(modulesDir, '.package-lock.json'));
  if (!installed || !existsSync(nodeExecutable)) return false;
  return sameVersions(JSON.parse(readFileSync(lockFile, 'utf8')), installed);
}

async function install(say) {
  say('Installing npm packages (about a minute)…');
  const [command, ...args] = npmCommand();
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const result = await run(command, [...args, 'ci', ...options], {
    cwd: rootDir,
    shell: process.platform === 'win32' && args.length === 0,
  });
  if (result.code === 0) return;
  if (result.error?.code === 'ENOENT') {
    throw new SetupProblem('npm was not found.', 'It comes with Node.js: https://nodejs.org');
  }
  const detail = result.output
    .split('\n')
    .filter((line) => !line.includes('EBADENGINE'))
    .slice(-30)
    .join('\n');
  throw new SetupProblem(
    `The npm packages could not be installed.\n${detail.trim()}`,
    'Check the connection to the npm registry (npm ping), then run the same command again.',
  );
}

/** The npm that started us, run by the Node it came with; else the one on the PATH. */
function npmCommand(env = process.env) {
  if (!env.npm_execpath?.endsWith('npm-cli.js')) return ['npm'];
  return [env.npm_node_execpath ?? process.execPath, env.npm_execpath];
}
