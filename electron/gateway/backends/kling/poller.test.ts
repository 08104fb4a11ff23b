import { beforeEach, expect, it } from 'vitest';
import { createPoller, type Poller } from './poller.ts';
import type { QueriedTasks, TaskAddress } from './provider-api.ts';
import { ruleFor } from './provider-errors.ts';
import type { ProviderTask } from './task-answers.ts';

const signal = new AbortController().signal;
const address = (taskId: string): TaskAddress => ({
  taskId,
  externalId: `k5-${taskId}`,
  path: '/text-to-video/kling-3.0',
  sentMs: 0,
});
const task = (id: string, state: ProviderTask['state']): ProviderTask => ({
  id,
  externalId: `k5-${id}`,
  state,
  message: '',
  url: 'https://example.com/clip.mp4',
  updatedMs: 0,
});

let nowMs = 0;
let waits: number[] = [];
let asked: string[][] = [];
let noted = 0;
let answers: QueriedTasks[] = [];
let poller: Poller;

beforeEach(() => {
  [nowMs, waits, asked, noted, answers] = [0, [], [], 0, []];
  poller = createPoller({
    api: {
      query: (addresses) => {
        asked.push(addresses.map(({ taskId }) => taskId));
        return Promise.resolve(answers.shift() ?? { type: 'tasks', tasks: [task('a', 'failed')] });
      },
    },
    pollMs: { first: 5_000, slowest: 10_000 },
    backOff: { baseMs: 5_000, capMs: 60_000 },
    wait: (ms) => {
      waits.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
    random: () => 0,
    clock: { now: () => nowMs },
    log: () => undefined,
    onError: () => void (noted += 1),
    signal,
  });
});

const running: QueriedTasks = { type: 'tasks', tasks: [task('a', 'running')] };
const lost: QueriedTasks = { type: 'unknown', reason: 'no answer', retryAfterMs: null };

it('asks at a calm pace that slows down to a limit', async () => {
  answers = Array.from({ length: 6 }, () => running);
  await poller.ended(address('a'), signal, false);
  expect(waits).toEqual([5_000, 6_250, 7_812.5, 9_765.625, 10_000, 10_000, 10_000]);
});

it('asks at once about a task that may have ended long ago', async () => {
  await poller.ended(address('a'), signal, true);
  expect(waits).toEqual([0]);
});

it('backs off without an answer, obeys what it is asked for, and tells of errors', async () => {
  const busy = { type: 'error', code: 1302, rule: ruleFor(1302, 429), detail: '' } as const;
  answers = [lost, lost, { ...busy, retryAfterMs: 90_000 }, running];
  await poller.ended(address('a'), signal, false);
  expect(waits).toEqual([5_000, 2_500, 5_000, 90_000, 6_250]);
  expect(noted).toBe(1);
});

it('asks about all open tasks together, and no more about those that ended', async () => {
  answers = [{ type: 'tasks', tasks: [task('b', 'succeeded')] }];
  const ends = [
    poller.ended(address('a'), signal, false),
    poller.ended(address('b'), signal, false),
  ];
  expect((await Promise.all(ends)).map(({ state }) => state)).toEqual(['failed', 'succeeded']);
  expect(asked).toEqual([['a', 'b'], ['a']]);
});

it('gives up a task that is missing only when its result would be gone anyway', async () => {
  answers = Array.from({ length: 500 }, () => ({ type: 'tasks', tasks: [] }));
  const ended = poller.ended({ ...address('a'), sentMs: 0 }, signal, false);
  nowMs = 30 * 24 * 3_600_000 - 60_000;
  await expect(ended).rejects.toMatchObject({ code: 'output-expired' });
  expect(asked.length).toBeGreaterThan(5);
});

it('lets go of a task whose job was cancelled', async () => {
  answers = Array.from({ length: 500 }, () => running);
  const cancelled = new AbortController();
  const ended = poller.ended(address('a'), cancelled.signal, false);
  cancelled.abort(new Error('enough'));
  await expect(ended).rejects.toThrow('enough');
  expect(asked.length).toBeLessThan(2);
});
