import { expect, it } from 'vitest';
import type { DataKind } from '#shared/contract/data.ts';
import { planLines } from './plan-lines.ts';

const row = (kind: DataKind, count: number, bytes: number) => ({ kind, count, bytes });

it('puts what lies inside the database in its line, the largest line first', () => {
  const lines = planLines([
    row('prompts', 86, 0),
    row('database', 1, 500),
    row('videos', 3, 9000),
    row('history', 12, 0),
    row('logs', 0, 0),
  ]);
  expect(lines.map(({ kind, bytes }) => [kind, bytes])).toEqual([
    ['videos', 9000],
    ['database', 500],
  ]);
  expect(lines[1]?.things.map(({ kind }) => kind)).toEqual(['database', 'prompts', 'history']);
});

it('keeps a line of its own for what has bytes, or when there is no database', () => {
  expect(planLines([row('prompts', 2, 10), row('database', 1, 5)])).toHaveLength(2);
  expect(planLines([row('prompts', 2, 0)])).toHaveLength(1);
  expect(planLines([row('keychain', 1, 0), row('database', 1, 5)])).toHaveLength(2);
});
