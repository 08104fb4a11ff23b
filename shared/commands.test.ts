import { describe, expect, it } from 'vitest';
import { commandIds, commandIdsOn, commands, commandWithKeys } from './commands.ts';

describe('on Windows', () => {
  const offered = commandIdsOn({ isWindows: true });

  it('lacks what cannot work there, and nothing else', () => {
    expect(commandIds.filter((id) => !offered.includes(id))).toEqual(['clips.copyFiles']);
    expect(commandIdsOn({ isWindows: false })).toEqual(commandIds);
  });

  it('leaves the keys of what is not there without effect', () => {
    const keys = commands['clips.copyFiles'].keys ?? '';
    expect(commandWithKeys(keys, {})).toBe('clips.copyFiles');
    expect(commandWithKeys(keys, {}, offered)).toBeNull();
    expect(commandWithKeys(keys, { 'go.queue': keys }, offered)).toBe('go.queue');
  });
});
