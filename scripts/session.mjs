// The surroundings in which Electron is driven without a person: a display and a private keychain, taken down again
// whatever happens.
import { signalExitCode } from './child.mjs';
import { hasDisplay, startDisplay } from './display.mjs';
import { keychainSupported, startKeychain } from './keychain.mjs';

/**
 * Calls `use(env)` with the environment variables to run things in, and resolves to its result. `keychain: false`
 * leaves the keychain out. After Ctrl-C the process ends as soon as `use` has, with everything taken down.
 */
export function withSession(use, options) {
  return withSessions(1, ([env]) => use(env), options);
}

/** As `withSession`, with several surroundings that have nothing in common but a display that was there before: `use([env, …])`. */
export async function withSessions(count, use, { keychain = true, say = console.error } = {}) {
  if (keychain && process.platform === 'linux' && !keychainSupported()) {
    say('No private keychain: dbus or gnome-keyring is not installed.');
  }
  const parts = [];
  const signals = watchSignals();
  try {
    const environments = [];
    for (let session = 0; session < count; session += 1) {
      const own = [];
      const add = (part) => {
        own.push(part.env);
        parts.push(part);
      };
      if (!hasDisplay()) add(await startDisplay());
      if (keychain && keychainSupported()) add(await startKeychain());
      environments.push(Object.assign({ ...process.env }, ...own));
    }
    return await use(environments);
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
