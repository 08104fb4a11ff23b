import { describe, expect, it, test } from 'vitest';
import { commandIds, commands, commandWithKeys, keysOf } from '../commands.ts';
import {
  acceleratorOf,
  formatAccelerator,
  type Keystroke,
  parseAccelerator,
  problemOfKeys,
} from './accelerator.ts';

const stroke = (held: Partial<Keystroke>): Keystroke => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test.each<[string, Partial<Keystroke>, boolean, string | null]>([
  ['a letter', { key: 'k', code: 'KeyK', ctrlKey: true }, false, 'CmdOrCtrl+K'],
  ['a letter on a Mac', { key: 'k', code: 'KeyK', metaKey: true }, true, 'CmdOrCtrl+K'],
  ['Control on a Mac', { key: 'k', code: 'KeyK', ctrlKey: true }, true, null],
  ['the key of the system', { key: 'k', code: 'KeyK', metaKey: true }, false, null],
  [
    'a digit with Shift',
    { key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true },
    false,
    'CmdOrCtrl+Shift+1',
  ],
  [
    'a letter with Option',
    { key: 'ø', code: 'KeyO', metaKey: true, altKey: true },
    true,
    'CmdOrCtrl+Alt+O',
  ],
  ['a letter of another layout', { key: 'z', code: 'KeyY', ctrlKey: true }, false, 'CmdOrCtrl+Z'],
  ['an arrow', { key: 'ArrowUp', code: 'ArrowUp', altKey: true }, false, 'Alt+Up'],
  ['a comma', { key: ',', code: 'Comma', ctrlKey: true }, false, 'CmdOrCtrl+,'],
  ['a function key', { key: 'F5', code: 'F5' }, false, 'F5'],
  ['a modifier alone', { key: 'Control', code: 'ControlLeft', ctrlKey: true }, false, null],
  ['half a character', { key: 'Dead', code: 'BracketLeft' }, false, null],
])('%s', (_, held, isMac, expected) => {
  expect(acceleratorOf(stroke(held), isMac)).toBe(expected);
});

describe('an accelerator', () => {
  it('is printed as on the keys', () => {
    expect(formatAccelerator('CmdOrCtrl+Shift+E', true)).toBe('⇧⌘E');
    expect(formatAccelerator('CmdOrCtrl+Shift+E', false)).toBe('Ctrl Shift E');
    expect(formatAccelerator('Alt+Up', true)).toBe('⌥↑');
  });

  test.each([
    '',
    '+',
    'K+CmdOrCtrl',
    'Ctrl+K',
    'CmdOrCtrl+',
    'CmdOrCtrl+CmdOrCtrl+K',
    'CmdOrCtrl+KK',
    '__proto__',
  ])('is not made of "%s"', (text) => expect(parseAccelerator(text)).toBeNull());

  it('is refused when it types, or belongs to the system', () => {
    expect(problemOfKeys('K')).toBe('needs-modifier');
    expect(problemOfKeys('Shift+K')).toBe('needs-modifier');
    expect(problemOfKeys('CmdOrCtrl+C')).toBe('reserved');
    expect(problemOfKeys('CmdOrCtrl+J')).toBeNull();
    expect(problemOfKeys('F5')).toBeNull();
  });
});

describe('the table of commands', () => {
  it('has keys of our form, each once', () => {
    const keys = commandIds.flatMap((id) => commands[id].keys ?? []);
    expect(keys.filter((text) => parseAccelerator(text) === null)).toEqual([]);
    expect(keys.filter((text) => problemOfKeys(text) !== null)).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives the keys that were chosen, and none where none are wanted', () => {
    const chosen = { 'clip.new': 'CmdOrCtrl+J', 'go.queue': null };
    expect(keysOf('clip.new', chosen)).toBe('CmdOrCtrl+J');
    expect(keysOf('go.queue', chosen)).toBeNull();
    expect(commandWithKeys('CmdOrCtrl+N', chosen)).toBeNull();
    expect(commandWithKeys('CmdOrCtrl+3', chosen)).toBe('go.library');
  });
});
