// Which key does what in the viewer. Pure.

export type PlayerCommand =
  | 'toggle-play'
  | 'pause'
  | 'back'
  | 'forward'
  | 'previous-frame'
  | 'next-frame'
  | 'toggle-loop'
  | 'toggle-mute'
  | 'full-screen'
  | 'previous-clip'
  | 'next-clip'
  | 'favourite'
  | 'rename'
  | 'trash'
  | 'rate'
  | 'leave';

const commands: Readonly<Record<string, PlayerCommand>> = {
  ' ': 'toggle-play',
  k: 'pause',
  j: 'back',
  l: 'forward',
  ',': 'previous-frame',
  '.': 'next-frame',
  o: 'toggle-loop',
  m: 'toggle-mute',
  f: 'full-screen',
  '[': 'previous-clip',
  ']': 'next-clip',
  arrowleft: 'previous-clip',
  arrowright: 'next-clip',
  s: 'favourite',
  f2: 'rename',
  delete: 'trash',
  0: 'rate',
  1: 'rate',
  2: 'rate',
  3: 'rate',
  4: 'rate',
  5: 'rate',
  escape: 'leave',
};

export interface KeyPress {
  readonly key: string;
  readonly hasModifier: boolean;
  /** A text field has the focus: keys belong to it. */
  readonly isTyping: boolean;
  /** A button, the timeline, a menu has it: they need Space and arrows themselves. */
  readonly isOnControl: boolean;
}

export function commandOf({
  key,
  hasModifier,
  isTyping,
  isOnControl,
}: KeyPress): PlayerCommand | null {
  if (hasModifier || isTyping) return null;
  const command = commands[key.toLowerCase()] ?? null;
  const needsFreeFocus = key === ' ' || key === 'ArrowLeft' || key === 'ArrowRight';
  return isOnControl && needsFreeFocus ? null : command;
}
