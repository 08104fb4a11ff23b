// Which key does what in Compare. Pure.
import type { KeyPress } from '../../player/key-press.ts';

export type CompareCommand =
  | { readonly type: 'toggle-play' | 'pause' | 'previous-frame' | 'next-frame' | 'toggle-loop' }
  | { readonly type: 'next-mode' | 'swap' | 'favourite' | 'trash' | 'leave' }
  | { readonly type: 'choose'; readonly index: number }
  | { readonly type: 'rate'; readonly rating: number };

const plain: Readonly<Record<string, CompareCommand>> = {
  ' ': { type: 'toggle-play' },
  k: { type: 'pause' },
  ',': { type: 'previous-frame' },
  '.': { type: 'next-frame' },
  r: { type: 'toggle-loop' },
  w: { type: 'next-mode' },
  x: { type: 'swap' },
  s: { type: 'favourite' },
  delete: { type: 'trash' },
  escape: { type: 'leave' },
  a: { type: 'choose', index: 0 },
  b: { type: 'choose', index: 1 },
  c: { type: 'choose', index: 2 },
  d: { type: 'choose', index: 3 },
};

export function compareCommandOf(press: KeyPress): CompareCommand | null {
  const { key, hasModifier, isTyping, isOnControl } = press;
  if (hasModifier || isTyping || (isOnControl && key === ' ')) return null;
  if (/^[0-5]$/.test(key)) return { type: 'rate', rating: Number(key) };
  return plain[key.toLowerCase()] ?? null;
}
