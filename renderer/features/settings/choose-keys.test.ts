import { expect, it } from 'vitest';
import { commandIds, keysOf } from '#shared/commands.ts';
import { chooseKeys } from './choose-keys.ts';

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
