import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isRoomy, withTemporaryInMemory } from './temporary.mjs';

const gibibyte = 2 ** 30;
const drive = { type: 0x01021994, freeBytes: 4 * gibibyte };
const known = { freeMemoryBytes: 8 * gibibyte, chosenFolder: undefined };

describe('temporary files are kept in memory', () => {
  it('where there is a roomy drive for them', () => {
    expect(isRoomy(drive, known)).toBe(true);
  });

  it.each([
    ['no such drive', null, known],
    ['a drive on a disk', { ...drive, type: 0xef53 }, known],
    ['a small drive, as in a container', { ...drive, freeBytes: 64 * 2 ** 20 }, known],
    ['a machine whose memory is used', drive, { ...known, freeMemoryBytes: 7 * gibibyte }],
    ['a folder that somebody chose', drive, { ...known, chosenFolder: '/var/tmp' }],
  ])('not with %s', (_, given, facts) => {
    expect(isRoomy(given, facts)).toBe(false);
  });

  it('and nothing is left', async () => {
    const chosen = process.env.TMPDIR;
    delete process.env.TMPDIR;
    const usual = tmpdir();
    try {
      const used = await withTemporaryInMemory(async () => tmpdir());
      if (used !== usual) expect(existsSync(used)).toBe(false);
      expect(tmpdir()).toBe(usual);
    } finally {
      if (chosen !== undefined) process.env.TMPDIR = chosen;
    }
  });
});
