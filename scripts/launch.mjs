// What the scripts that run the app agree on: how Electron is found, and which variables tell a driver about it.
import { electronFlags, resolveElectron } from './electron-runtime.mjs';
import { nodeExecutable } from './paths.mjs';

/**
 * The variables for a program that starts the app (Playwright, the benchmark) or for the app itself:
 * KLING5_ELECTRON the executable, KLING5_ELECTRON_FLAGS a JSON array of flags that go before the app's folder,
 * KLING5_NODE the Node for the engine where Electron's own is too old (a current Electron ignores it).
 */
export function launchVariables(runtime) {
  return {
    KLING5_ELECTRON: runtime.executable,
    KLING5_ELECTRON_FLAGS: JSON.stringify(electronFlags()),
    KLING5_NODE: nodeExecutable,
  };
}

export function findElectron() {
  return resolveElectron({ say: (line) => console.error(line) });
}
