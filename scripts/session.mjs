// The surroundings in which Electron is driven without a person: a display and a private keychain, taken down again
// whatever happens.
import { signalExitCode } from './child.mjs';
import { hasDisplay, startDisplay } from './display.mjs';
import { keychainSupported, startKeychain } from './keychain.mjs';

/**
 * Calls `use(env)` with the environment variables to run things in, and resolves to its result. `keychain: false`
 * leaves the keychain out. After Ctrl-C the process ends as soon as `use` has, with everything taken down.
 */
export async function withSession(use, { keychain = true, say = console.error } = {}) {
  const parts = [];
  const signals = watchSignals();
  try {
    if (!hasDisplay()) parts.push(await startDisplay());
    if (keychain && keychainSupported()) parts.push(await startKeychain());
    else if (keychain && process.platform === 'linux') {
      say('No private keychain: dbus or gnome-keyring is not installed.');
    }
    return await use(Object.assign({ ...process.env }, ...parts.map((part) => part.env)));
  } finally {
    for (const part of parts.toReversed()) await part.stop();
    const received = signals.stop();
    if (received) process.exit(signalExitCode(received));
  }
}

/** Keeps a signal from ending the process before it has cleaned up. */
function watchSignals() {
  let received;
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const handler = (signal) => {
    received = signal;
  };
  for (const name of names) process.on(name, handler);
  return {
    stop() {
      for (const name of names) process.off(name, handler);
      return received;
    },
  };
}
