// A display for Electron: the one that is there, or a virtual one where there is none.
import { startCompanion, isInstalled } from './companion.mjs';
import { SetupProblem } from './problem.mjs';

// Larger than any window that is asked for: one as large as the screen is made a pixel smaller.
const screen = '2560x1440x24';

/** macOS and Windows always have one. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Resolves to `{ env, stop }`: the variables to add to the environment of what is shown, and the end of it. */
export async function startDisplay() {
  if (!isInstalled('Xvfb')) {
    throw new SetupProblem(
      'There is no display, and Xvfb, which provides a virtual one, is not installed.',
      'Install it (Debian and Ubuntu: sudo apt-get install xvfb), or run this in a desktop session.',
    );
  }
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const server = await startCompanion('Xvfb', args, { reportsOn: 3 });
  return { env: { DISPLAY: `:${server.report}` }, stop: server.stop };
}
