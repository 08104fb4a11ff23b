// Keys as one text, the same in preferences, in the application menu and in the page: `CmdOrCtrl+Shift+E`. Pure.

const order = ['CmdOrCtrl', 'Alt', 'Shift'] as const;
type Modifier = (typeof order)[number];

const named: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Enter',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
};
const signs = ",.;/[]-=\\'`";
const keyForm = new RegExp(
  `^([A-Z0-9]|F([1-9]|1[0-9]|2[0-4])|${Object.values(named).join('|')}|[${signs.replace(/[\]\\[-]/g, '\\$&')}])$`,
);

export interface Accelerator {
  readonly modifiers: readonly Modifier[];
  readonly key: string;
}

/** `null` for what is no accelerator of ours. */
export function parseAccelerator(text: string): Accelerator | null {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  const modifiers = order.filter((modifier) => parts.includes(modifier));
  return keyForm.test(key) && modifiers.length === parts.length ? { modifiers, key } : null;
}

/** What a keyboard event says, without what only a browser knows. */
export interface Keystroke {
  readonly key: string;
  /** Where the key is, such as `Digit1`: with Shift its letter is another one. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** `null` while only modifiers are held, and for keys that cannot be given to a command. */
export function acceleratorOf(stroke: Keystroke, isMac: boolean): string | null {
  const isForeign = isMac ? stroke.ctrlKey : stroke.metaKey; // Control on a Mac, the system's key elsewhere
  const key = keyOf(stroke);
  if (key === null || isForeign) return null;
  const held: Readonly<Record<Modifier, boolean>> = {
    CmdOrCtrl: isMac ? stroke.metaKey : stroke.ctrlKey,
    Alt: stroke.altKey,
    Shift: stroke.shiftKey,
  };
  return [...order.filter((modifier) => held[modifier]), key].join('+');
}

function keyOf({ key, code }: Keystroke): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  const known = named[key];
  if (known !== undefined) return known;
  // with Alt a Mac types another sign; the place of the key tells the letter
  const letter = /^[a-z]$/i.test(key) ? key : /^Key([A-Z])$/.exec(code)?.[1];
  const found = letter?.toUpperCase() ?? key;
  return keyForm.test(found) ? found : null;
}

const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Enter: '↵',
  Backspace: '⌫',
};
/** As Apple writes them. */
const macOrder: readonly Modifier[] = ['Alt', 'Shift', 'CmdOrCtrl'];

/** As it is printed on the keys: `⇧⌘E`, or `Ctrl Shift E`. */
export function formatAccelerator(text: string, isMac: boolean): string {
  const parsed = parseAccelerator(text);
  if (!parsed) return text;
  const { modifiers, key } = parsed;
  if (isMac) {
    const held = macOrder.filter((modifier) => modifiers.includes(modifier));
    return [...held, key].map((part) => macSigns[part] ?? part).join('');
  }
  return [...modifiers.map((part) => (part === 'CmdOrCtrl' ? 'Ctrl' : part)), key].join(' ');
}

/** Keys that belong to the system or to typing, and are never given away. */
const reserved = new Set([
  ...['A', 'C', 'V', 'X', 'Q', 'W', 'H', 'M', '0', '=', '-'].map((key) => `CmdOrCtrl+${key}`),
  ...['V', 'I'].map((key) => `CmdOrCtrl+Shift+${key}`),
  'CmdOrCtrl+Enter',
  'F6',
  'Shift+F6',
  'F11',
  'Alt+F4',
]);

export type KeysProblem = 'reserved' | 'needs-modifier';

/** Why these keys cannot be given to a command. */
export function problemOfKeys(text: string): KeysProblem | null {
  const parsed = parseAccelerator(text);
  if (!parsed) return 'needs-modifier';
  if (reserved.has(text)) return 'reserved';
  const isFunctionKey = /^F\d+$/.test(parsed.key);
  const hasModifier = parsed.modifiers.some((modifier) => modifier !== 'Shift');
  return isFunctionKey || hasModifier ? null : 'needs-modifier';
}
