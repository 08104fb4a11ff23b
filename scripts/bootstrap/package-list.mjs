// The Debian and Ubuntu packages the project uses, and the pure functions over them. It runs nothing.
// An entry with several names lists alternatives: releases since 2024 carry "t64" names for some libraries.

/** Electron does not start without these. */
const electronLibraries = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libnotify4'],
  ['libsecret-1-0'],
];

/** A display where there is none, the keychain, looking at media and archives, fonts for the pictures. */
const conveniences = [
  'xvfb xauth dbus gnome-keyring',
  'libsecret-1-dev g++ make python3',
  'ffmpeg unzip zip curl sqlite3',
  'fonts-inter fonts-noto-core fonts-noto-cjk',
].flatMap((line) => line.split(' ').map((name) => [name]));

/** Opens the exported gallery page in a browser that is not ours. */
const testTools = [['chromium', 'chromium-browser']];

export function wantedPackages({ forTests = false } = {}) {
  return {
    essential: electronLibraries,
    optional: forTests ? [...conveniences, ...testTools] : conveniences,
  };
}

/** The entries of which no alternative is in `installed` (a Set of names). */
export function missingPackages(wanted, installed) {
  const absent = (names) => !names.some((name) => installed.has(name));
  return {
    essential: wanted.essential.filter(absent),
    optional: wanted.optional.filter(absent),
  };
}

/** For each entry the first alternative this release offers; entries it does not offer are left out. */
export function availableNames(entries, offered) {
  return entries
    .map((names) => names.find((name) => offered.has(name)))
    .filter((name) => name !== undefined);
}

/** The names `dpkg-query -W -f '${Package} ${db:Status-Status}\n'` reports as installed. */
export function parseInstalled(output) {
  const lines = output.split('\n').map((line) => line.split(' '));
  return new Set(lines.filter(([, status]) => status === 'installed').map(([name]) => name));
}

/** The names for which `apt-cache policy` reports a version that can be installed. */
export function parseOffered(output) {
  const offered = new Set();
  let name;
  for (const line of output.split('\n')) {
    if (/^\S+:$/.test(line)) name = line.slice(0, -1);
    const candidate = /^\s+Candidate: (.+)$/.exec(line)?.[1];
    if (name && candidate && candidate !== '(none)') offered.add(name);
  }
  return offered;
}

export function installCommand(names) {
  return `sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${names.join(' ')}`;
}
