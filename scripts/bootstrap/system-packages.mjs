// Installs the missing Debian or Ubuntu packages as root; for others it prints the command to run. Other systems
// bring what Electron needs, so there it does nothing. A note keyed on dpkg's own status file makes later runs free.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../child.mjs';
import { userCacheDir } from '../paths.mjs';
import { SetupProblem } from '../problem.mjs';
import { readNote, writeNote } from './note.mjs';
import {
  availableNames,
  installCommand,
  missingPackages,
  parseInstalled,
  parseOffered,
  wantedPackages,
} from './package-list.mjs';

const statusFile = '/var/lib/dpkg/status';

export async function ensureSystemPackages({ forTests, say }) {
  if (process.platform !== 'linux' || !existsSync(statusFile)) return;
  const wanted = wantedPackages({ forTests });
  if (isNoted(wanted)) return;
  let missing = missingPackages(wanted, await installedPackages(wanted));
  if (missing.essential.length + missing.optional.length > 0) {
    if (process.getuid() === 0) {
      await install(missing, say);
      missing = missingPackages(wanted, await installedPackages(wanted));
    }
    await report(missing, say);
  }
  note(wanted);
}

async function installedPackages(wanted) {
  const names = [...wanted.essential, ...wanted.optional].flat();
  const format = '${Package} ${db:Status-Status}\n';
  // dpkg-query exits with 1 when it knows nothing of a name; its list is right all the same.
  const query = await run('dpkg-query', ['--show', `--showformat=${format}`, ...names]);
  return parseInstalled(query.output);
}

async function install(missing, say) {
  const count = missing.essential.length + missing.optional.length;
  say(`Installing system packages (${count})…`);
  const update = await apt(['update']);
  if (update.code !== 0) say('The package lists could not be refreshed; using the ones at hand.');
  const offered = await offeredPackages(missing);
  for (const entries of [missing.essential, missing.optional]) {
    const names = availableNames(entries, offered);
    if (names.length === 0) continue;
    const result = await apt(['install', '--yes', '--no-install-recommends', ...names]);
    if (result.code !== 0) say(result.output.trim().split('\n').slice(-5).join('\n'));
  }
}

async function offeredPackages(missing) {
  const names = [...missing.essential, ...missing.optional].flat();
  const policy = await run('apt-cache', ['policy', ...names], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  return parseOffered(policy.output);
}

function apt(args) {
  return run('apt-get', ['-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  });
}

async function report(missing, say) {
  const offered = await offeredPackages(missing);
  const nameOf = (names) => availableNames([names], offered)[0] ?? names[0];
  const essential = missing.essential.map(nameOf);
  const optional = missing.optional.map(nameOf);
  if (essential.length > 0) {
    throw new SetupProblem(
      `System packages that Electron needs are missing: ${essential.join(', ')}.`,
      `Run this, then the same command again:\n  ${installCommand([...essential, ...optional])}`,
    );
  }
  if (optional.length === 0) return;
  say(`Some optional system packages are missing: ${optional.join(', ')}.`);
  say(
    'Without them parts of the tests, the keychain or the virtual display do not work. To add them:',
  );
  say(`  ${installCommand(optional)}`);
}

function noteFile() {
  return join(userCacheDir(), 'system-packages.json');
}

/** True when the same list was settled and dpkg has installed or removed nothing since. */
function isNoted(wanted) {
  const known = readNote(noteFile());
  if (known?.statusMtimeMs !== statSync(statusFile).mtimeMs) return false;
  const names = [...wanted.essential, ...wanted.optional].map(([name]) => name);
  return names.every((name) => known.names?.includes(name));
}

function note(wanted) {
  const names = [...wanted.essential, ...wanted.optional].map(([name]) => name);
  writeNote(noteFile(), { statusMtimeMs: statSync(statusFile).mtimeMs, names });
}
