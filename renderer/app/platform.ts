// What the first frame has to know about the system before anything else has answered.
import type { WindowControls } from './frame-data.ts';

interface NavigatorLike {
  readonly userAgent: string;
  /** Chromium tells whether the window's own buttons lie over the page. */
  readonly windowControlsOverlay?: { readonly visible: boolean };
}

export function isMac({ userAgent }: NavigatorLike): boolean {
  return userAgent.includes('Mac OS X');
}

export function isWindows({ userAgent }: NavigatorLike): boolean {
  return userAgent.includes('Windows');
}

/** For styles that differ: `[data-system]`. */
export function systemOf(navigator: NavigatorLike): 'mac' | 'windows' | 'linux' {
  if (isMac(navigator)) return 'mac';
  return isWindows(navigator) ? 'windows' : 'linux';
}

export function windowControlsOf(navigator: NavigatorLike): WindowControls {
  if (isMac(navigator)) return 'left';
  return navigator.windowControlsOverlay?.visible === true ? 'right' : 'none';
}
