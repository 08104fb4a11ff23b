import { expect, it } from 'vitest';
import { commandIds, keysOf } from '#shared/commands.ts';
import { chooseKeys, holderOf } from './choose-keys.ts';

it('takes keys from the command that had them', () => {
  const chosen = chooseKeys({}, 'queue.pause', 'CmdOrCtrl+N');
  expect(chosen).toEqual({ 'clip.new': null, 'queue.pause': 'CmdOrCtrl+N' });
});

it('goes back to the original keys, also when another command has them now', () => {
  const taken = chooseKeys({}, 'queue.pause', 'CmdOrCtrl+N');
  expect(chooseKeys(taken, 'clip.new', undefined)).toEqual({ 'queue.pause': null });
});

it('keeps nothing that is as it was', () => {
  expect(chooseKeys({ 'clip.new': 'F5' }, 'clip.new', 'CmdOrCtrl+N')).toEqual({});
  expect(chooseKeys({}, 'clip.new', null)).toEqual({ 'clip.new': null });
});

it('never gives the same keys to two commands', () => {
  let chosen = {};
  for (const [index, id] of commandIds.entries()) {
    chosen = chooseKeys(chosen, id, `CmdOrCtrl+${1 + (index % 4)}`);
    const keys = commandIds.flatMap((other) => keysOf(other, chosen) ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

it('names no command that is not there on this system', () => {
  const keys = 'CmdOrCtrl+Shift+C';
  const asked = { id: 'queue.pause', isWindows: false } as const;
  expect(holderOf(keys, {}, asked)).toBe('clips.copyFiles');
  expect(holderOf(keys, {}, { ...asked, isWindows: true })).toBeNull();
  expect(holderOf('CmdOrCtrl+N', {}, { ...asked, isWindows: true })).toBe('clip.new');
  expect(holderOf('CmdOrCtrl+N', {}, { id: 'clip.new', isWindows: false })).toBeNull();
});
