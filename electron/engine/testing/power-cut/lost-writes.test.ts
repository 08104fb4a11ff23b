import { describe, expect, it } from 'vitest';
import { createDice } from '../dice.ts';
import { afterPowerCut, type FileChange, readChanges } from './lost-writes.ts';

const pageBytes = 4096;
const record = (offset: number, length: number, bytes = Buffer.alloc(0)) => {
  const header = Buffer.alloc(16);
  header.writeBigInt64LE(BigInt(offset), 0);
  header.writeBigInt64LE(BigInt(length), 8);
  return Buffer.concat([header, bytes]);
};

describe('the notes of a file', () => {
  it('are writes and new sizes, in order', () => {
    const notes = Buffer.concat([record(7, 3, Buffer.from('abc')), record(-1, 5)]);

    expect(readChanges(notes)).toEqual([
      { offset: 7, bytes: Buffer.from('abc') },
      { offset: 5, bytes: null },
    ]);
  });

  it('end where the process was killed', () => {
    const notes = Buffer.concat([record(0, 2, Buffer.from('ab')), record(2, 9, Buffer.from('c'))]);

    expect(readChanges(notes)).toEqual([{ offset: 0, bytes: Buffer.from('ab') }]);
  });
});

describe('after a power cut', () => {
  const before = Buffer.alloc(3 * pageBytes, 'o');
  const change: FileChange = { offset: 100, bytes: Buffer.alloc(2 * pageBytes, 'n') };
  const seen = Array.from({ length: 200 }, (_, seed) =>
    afterPowerCut(before, [change], createDice(seed)),
  );

  it('all, nothing, or any page of a write is there', () => {
    const pages = seen.map((content) =>
      content === null
        ? 'all'
        : [100, pageBytes, 2 * pageBytes]
            .map((at) => String.fromCharCode(content[at] ?? 0))
            .join(''),
    );

    expect(new Set(pages)).toEqual(
      new Set(['all', 'ooo', 'noo', 'ono', 'oon', 'nno', 'non', 'onn', 'nnn']),
    );
  });

  it('what nobody wrote to is as it was', () => {
    for (const content of seen) {
      expect(content?.subarray(0, 100) ?? before.subarray(0, 100)).toEqual(before.subarray(0, 100));
    }
  });

  it('a file may have its old size or the new one', () => {
    const cut: FileChange = { offset: 10, bytes: null };
    const sizes = Array.from(
      { length: 60 },
      (_, seed) => afterPowerCut(before, [cut], createDice(seed))?.length,
    );

    expect(new Set(sizes)).toEqual(new Set([undefined, before.length, 10]));
  });
});
