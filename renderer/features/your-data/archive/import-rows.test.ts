import { describe, expect, it } from 'vitest';
import {
  conflictAmounts,
  importRows,
  leftOutAmounts,
  newAmounts,
  otherRecords,
  presentAmounts,
} from './import-rows.ts';

const none = { added: 0, present: 0, conflicts: 0, leftOut: 0 };

describe('importRows', () => {
  it('tells only what is there, clips first', () => {
    const rows = importRows({
      prompts: { ...none, added: 3 },
      outputs: { ...none, added: 2, present: 1 },
      assets: none,
    });
    expect(rows.map(({ kind, total }) => [kind, total])).toEqual([
      ['outputs', 3],
      ['prompts', 3],
    ]);
  });

  it('reads the report of an import, which leaves nothing out', () => {
    const rows = importRows({ outputs: { added: 1, present: 2, conflicts: 3 } });
    expect(rows).toEqual([
      { kind: 'outputs', added: 1, present: 2, conflicts: 3, leftOut: 0, total: 6 },
    ]);
  });
});

describe('amounts', () => {
  const rows = importRows({
    outputs: { added: 2, present: 4, conflicts: 1, leftOut: 1 },
    generations: { added: 5, present: 4, conflicts: 1, leftOut: 0 },
  });

  it('counts what is kept twice as new, and history only beyond the clips', () => {
    expect(newAmounts(rows)).toEqual([
      { kind: 'outputs', count: 3 },
      { kind: 'generations', count: 3 },
    ]);
  });

  it('leaves out what is nothing', () => {
    expect(presentAmounts(rows)).toEqual([{ kind: 'outputs', count: 4 }]);
    expect(conflictAmounts(rows)).toEqual([{ kind: 'outputs', count: 1 }]);
    expect(leftOutAmounts(rows)).toEqual([{ kind: 'outputs', count: 1 }]);
    expect(newAmounts([])).toEqual([]);
  });
});

it('counts the records that have no name of their own', () => {
  const row = { present: 9, conflicts: 0 };
  expect(
    otherRecords({
      outputs: { added: 2, ...row },
      'network-requests': { added: 5, ...row },
      settings: { added: 1, ...row },
    }),
  ).toBe(6);
});
