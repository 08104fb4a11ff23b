import { expect, it } from 'vitest';
import { groupJobs, isEmpty } from './queue-groups.ts';
import { makeJob } from './testing/make-job.ts';

const nowMs = Date.parse('2026-11-23T14:00:00Z');

it('puts jobs by what they do, in the order that the engine gave them', () => {
  const active = [
    makeJob({ id: 'rendering001', sequence: 3, status: 'rendering' }),
    makeJob({ id: 'waiting00002', sequence: 9, status: 'queued' }),
    makeJob({ id: 'paused000001', sequence: 4, status: 'queued', isPaused: true }),
    makeJob({ id: 'waiting00001', sequence: 5, status: 'queued' }),
  ];
  const groups = groupJobs({ active, ended: [] }, nowMs);
  expect(groups.running.map(({ id }) => id)).toEqual(['rendering001']);
  expect(groups.waiting.map(({ job }) => job.id)).toEqual(['waiting00002', 'waiting00001']);
  expect(groups.paused.map(({ id }) => id)).toEqual(['paused000001']);
});

it('counts the jobs ahead for each model by itself', () => {
  const active = [
    makeJob({ id: 'omni00000001', sequence: 1, status: 'queued', modelId: 'omni' }),
    makeJob({ id: 'turbo0000001', sequence: 2, status: 'queued', modelId: 'turbo' }),
    makeJob({ id: 'omni00000002', sequence: 3, status: 'queued', modelId: 'omni' }),
  ];
  const { waiting } = groupJobs({ active, ended: [] }, nowMs);
  expect(waiting.map(({ ahead }) => ahead)).toEqual([0, 0, 1]);
});

it('keeps what failed for a week and what was cancelled for a day', () => {
  const at = (hours: number) => new Date(nowMs - hours * 3_600_000).toISOString();
  const ended = [
    makeJob({ id: 'refused00001', status: 'refused', endedAt: at(2) }),
    makeJob({ id: 'cancelled001', status: 'cancelled', endedAt: at(3) }),
    makeJob({ id: 'cancelled002', status: 'cancelled', endedAt: at(30) }),
    makeJob({ id: 'failed000001', status: 'failed', endedAt: at(30) }),
    makeJob({ id: 'expired00001', status: 'expired', endedAt: at(8 * 24) }),
  ];
  const { failed, cancelled } = groupJobs({ active: [], ended }, nowMs);
  expect(failed.map(({ id }) => id)).toEqual(['refused00001', 'failed000001']);
  expect(cancelled.map(({ id }) => id)).toEqual(['cancelled001']);
});

it('is empty only when nothing is in any group', () => {
  expect(isEmpty(groupJobs({ active: [], ended: [] }, nowMs))).toBe(true);
  const ended = [makeJob({ status: 'cancelled' })];
  expect(isEmpty(groupJobs({ active: [], ended }, nowMs))).toBe(false);
});
