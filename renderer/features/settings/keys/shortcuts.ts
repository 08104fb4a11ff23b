// The keys that belong to one place and stay as they are, printed as on the keyboard of this system. Pure: other parts of the app listen
// to them (the composer, the grid, the viewer), and this list has to follow. Those of commands are in #shared/commands.ts.

export interface Shortcut {
  readonly id: string;
  /** The same thing can have several: any one of them does. */
  readonly keys: readonly string[];
}

export function everywhereKeys(isMac: boolean) {
  return [
    { id: 'nextPane', keys: ['F6'] },
    { id: 'previousPane', keys: [withShift('F6', isMac)] },
    { id: 'zoomIn', keys: [withControl('+', isMac)] },
    { id: 'zoomOut', keys: [withControl('−', isMac)] },
    { id: 'zoomReset', keys: [withControl('0', isMac)] },
    { id: 'windowFullScreen', keys: [isMac ? '⌃⌘F' : 'F11'] },
  ] as const satisfies readonly Shortcut[];
}

export function createKeys(isMac: boolean) {
  return [
    { id: 'generate', keys: [withControl('↵', isMac)] },
  ] as const satisfies readonly Shortcut[];
}

export function libraryKeys(isMac: boolean) {
  return [
    { id: 'search', keys: ['/'] },
    { id: 'move', keys: ['←', '↑', '→', '↓'] },
    { id: 'byTitle', keys: ['A – Z'] },
    { id: 'open', keys: ['Enter'] },
    { id: 'pick', keys: ['Space'] },
    { id: 'pickRange', keys: [withShift('Space', isMac)] },
    { id: 'pickAll', keys: [withControl('A', isMac)] },
    { id: 'unpick', keys: ['Esc'] },
    { id: 'menu', keys: [withShift('F10', isMac)] },
    { id: 'rate', keys: ['0 – 5'] },
    { id: 'toTrash', keys: isMac ? ['Delete', '⌘⌫'] : ['Delete'] },
    { id: 'firstClip', keys: [withControl('Home', isMac)] },
    { id: 'lastClip', keys: [withControl('End', isMac)] },
  ] as const satisfies readonly Shortcut[];
}

export const viewerKeys = [
  { id: 'play', keys: ['Space'] },
  { id: 'pause', keys: ['K'] },
  { id: 'faster', keys: ['L'] },
  { id: 'backwards', keys: ['J'] },
  { id: 'previousFrame', keys: [','] },
  { id: 'nextFrame', keys: ['.'] },
  { id: 'loopStart', keys: ['I'] },
  { id: 'loopEnd', keys: ['O'] },
  { id: 'loopAll', keys: ['X'] },
  { id: 'loop', keys: ['R'] },
  { id: 'mute', keys: ['M'] },
  { id: 'copyFrame', keys: ['C'] },
  { id: 'fullScreen', keys: ['F'] },
  { id: 'previousClip', keys: ['[', '←'] },
  { id: 'nextClip', keys: [']', '→'] },
  { id: 'favourite', keys: ['S'] },
  { id: 'rename', keys: ['F2'] },
  { id: 'rate', keys: ['0 – 5'] },
  { id: 'toTrash', keys: ['Delete'] },
  { id: 'leave', keys: ['Esc'] },
] as const satisfies readonly Shortcut[];

export const compareKeys = [
  { id: 'play', keys: ['Space'] },
  { id: 'pause', keys: ['K'] },
  { id: 'previousFrame', keys: [','] },
  { id: 'nextFrame', keys: ['.'] },
  { id: 'loop', keys: ['R'] },
  { id: 'nextMode', keys: ['W'] },
  { id: 'swap', keys: ['X'] },
  { id: 'chooseClip', keys: ['A', 'B', 'C', 'D'] },
  { id: 'favourite', keys: ['S'] },
  { id: 'rate', keys: ['0 – 5'] },
  { id: 'toTrash', keys: ['Delete'] },
  { id: 'leave', keys: ['Esc'] },
] as const satisfies readonly Shortcut[];

function withControl(key: string, isMac: boolean): string {
  return isMac ? `⌘${key}` : `Ctrl ${key}`;
}

function withShift(key: string, isMac: boolean): string {
  return isMac ? `⇧${key}` : `Shift ${key}`;
}
