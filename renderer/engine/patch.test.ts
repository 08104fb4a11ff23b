import { describe, expect, it } from 'vitest';
import type { TaskState } from '#shared/contract/data.ts';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { GenerationStatus } from '#shared/domain/generation-status.ts';
import { patchItems, patchQueue, patchTasks } from './patch.ts';

const job = (id: string, status: GenerationStatus) => ({ id, status }) as GenerationSummary;

describe('patchQueue', () => {
  it('adds a new job at the end', () => {
    const queue = patchQueue({ active: [job('a', 'rendering')], ended: [] }, job('b', 'queued'));
    expect(queue.active.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('updates a job in its place', () => {
    const queue = patchQueue(
      { active: [job('a', 'queued'), job('b', 'queued')], ended: [] },
      job('a', 'rendering'),
    );
    expect(queue.active.map(({ status }) => status)).toEqual(['rendering', 'queued']);
  });

  it('takes a finished clip out and puts a failed one first among the ended', () => {
    const before = { active: [job('a', 'rendering')], ended: [job('x', 'failed')] };
    expect(patchQueue(before, job('a', 'ready'))).toEqual({
      active: [],
      ended: [job('x', 'failed')],
    });
    expect(patchQueue(before, job('a', 'refused')).ended.map(({ id }) => id)).toEqual(['a', 'x']);
  });

  it('brings a job back that is fetched again', () => {
    const queue = patchQueue({ active: [], ended: [job('x', 'failed')] }, job('x', 'downloading'));
    expect(queue).toEqual({ active: [job('x', 'downloading')], ended: [] });
  });
});

it('leaves a page alone that does not hold the clip', () => {
  const items = [job('a', 'ready')];
  expect(patchItems(items, job('b', 'ready'))).toBe(items);
});

it('a task that began elsewhere is told of, and goes on in its place', () => {
  const task = (id: string, doneBytes: number) => ({ id, doneBytes }) as TaskState;
  const known = patchTasks([task('a', 1)], task('b', 0));
  expect(known.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(patchTasks(known, task('a', 2))).toEqual([task('b', 0), task('a', 2)]);
});
