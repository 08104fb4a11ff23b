// A private, empty keychain for a test or a demonstration: a message bus of its own with gnome-keyring on it, in a
// temporary folder. It never touches the keychain of the person at the machine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './child.mjs';
import { isInstalled, startCompanion } from './companion.mjs';

const readyLimitMs = 10_000;

export function keychainSupported(platform = process.platform) {
  const programs = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'];
  return platform === 'linux' && programs.every((program) => isInstalled(program));
}

/** Resolves to `{ env, pid, stop }`. Nothing is left of it after `stop`, nor after the process ends. */
export async function startKeychain() {
  const folder = mkdtempSync(join(tmpdir(), 'kling5-keychain-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const companions = [];
  const stop = async () => {
    for (const companion of companions.splice(0).toReversed()) await companion.stop();
    process.off('exit', removeFolder);
    removeFolder();
  };
  try {
    const bus = await startBus(folder);
    companions.push(bus);
    const env = { DBUS_SESSION_BUS_ADDRESS: bus.report };
    const keyring = await startKeyring(folder, env);
    companions.push(keyring);
    await keyringAnswers(env);
    return { env, pid: keyring.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startBus(folder) {
  const config = join(folder, 'bus.conf');
  // Without service folders the bus starts no desktop services of its own.
  writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  );
  const args = [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=3'];
  return startCompanion('dbus-daemon', args, { reportsOn: 3 });
}

function startKeyring(folder, busEnv) {
  const args = [
    '--foreground',
    '--unlock',
    '--components=secrets',
    `--control-directory=${folder}`,
  ];
  const env = { ...process.env, ...busEnv, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder };
  // The password of a keyring that lives as long as this process protects nothing.
  return startCompanion('gnome-keyring-daemon', args, { env, input: 'temporary' });
}

async function keyringAnswers(busEnv) {
  const ask = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/'];
  const method = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const deadlineMs = Date.now() + readyLimitMs;
  while (Date.now() < deadlineMs) {
    const reply = await run('dbus-send', [...ask, ...method], {
      env: { ...process.env, ...busEnv },
    });
    if (reply.output.includes('boolean true')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('gnome-keyring-daemon did not answer within 10 s');
}
