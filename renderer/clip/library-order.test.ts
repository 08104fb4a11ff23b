import { expect, it } from 'vitest';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { generationIdSchema } from '#shared/domain/ids.ts';
import { jobsOnTop, joinOrders, neighboursOf, orderOf, sameOrder } from './library-order.ts';

const idOf = (name: string) => generationIdSchema.parse(name.padEnd(12, '0'));
const clip = (name: string, sequence: number, day = 1) =>
  ({
    id: idOf(name),
    sequence,
    createdAt: new Date(2026, 0, day, 12).toISOString(),
  }) as GenerationSummary;

it('gives each run of a day its count', () => {
  const { days } = orderOf([clip('d', 4, 2), clip('c', 3, 2), clip('b', 2, 1), clip('a', 1, 2)]);
  expect(days).toEqual([
    { day: '2026-01-02', count: 2 },
    { day: '2026-01-01', count: 1 },
    { day: '2026-01-02', count: 1 },
  ]);
});

it('puts jobs on top, newest first, and shows none twice', () => {
  const saved = orderOf([clip('c', 3), clip('b', 2)]);
  const jobs = jobsOnTop([clip('d', 4), clip('e', 5), clip('c', 3)], saved);
  const { ids, days } = joinOrders(orderOf(jobs), saved);
  expect(ids).toEqual(['e', 'd', 'c', 'b'].map(idOf));
  expect(days).toEqual([{ day: '2026-01-01', count: 4 }]);
  expect(joinOrders(orderOf([]), saved)).toBe(saved);
});

it('stays the same object while nothing differs', () => {
  const before = orderOf([clip('b', 2, 2), clip('a', 1, 1)]);
  expect(sameOrder(before, orderOf([clip('b', 2, 2), clip('a', 1, 1)]))).toBe(before);
  for (const other of [
    [clip('b', 2, 2)],
    [clip('a', 1, 2), clip('b', 2, 1)],
    [clip('b', 2, 1), clip('a', 1, 1)],
  ]) {
    const after = orderOf(other);
    expect(sameOrder(before, after)).toBe(after);
  }
  expect(sameOrder(undefined, before)).toBe(before);
});

it('knows what lies before and after, past what has no file', () => {
  const ids = ['a', 'job', 'b', 'c'].map(idOf);
  const hasFile = (id: string) => id !== idOf('job');
  expect(neighboursOf(ids, idOf('b'), hasFile)).toEqual({ previous: idOf('a'), next: idOf('c') });
  expect(neighboursOf(ids, idOf('a'), hasFile).previous).toBeNull();
  expect(neighboursOf(ids, idOf('x'), hasFile)).toEqual({ previous: null, next: null });
});
