// Which key does what in the viewer. Pure.
import type { KeyPress } from '../../player/key-press.ts';

export type PlayerCommand =
  | 'toggle-play'
  | 'pause'
  | 'back'
  | 'forward'
  | 'previous-frame'
  | 'next-frame'
  | 'loop-start'
  | 'loop-end'
  | 'loop-all'
  | 'toggle-loop'
  | 'toggle-mute'
  | 'copy-frame'
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
  i: 'loop-start',
  o: 'loop-end',
  x: 'loop-all',
  r: 'toggle-loop',
  m: 'toggle-mute',
  c: 'copy-frame',
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
