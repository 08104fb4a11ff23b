import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import type { EngineHealth } from '#shared/contract/shell.ts';
import { forkChild } from '../../process/forked-child.ts';
import { createEngineSupervisor, type EngineSupervisor } from './engine-supervisor.ts';

const entry = fileURLToPath(new URL('testing/tiny-engine.ts', import.meta.url));
const supervisors: EngineSupervisor[] = [];

function supervise() {
  const states: EngineHealth['state'][] = [];
  const waiting: { state: EngineHealth['state']; done: () => void }[] = [];
  const supervisor = createEngineSupervisor({
    spawn: () => forkChild({ entry }),
    serveHost: () => () => undefined,
    onEvent: () => undefined,
    onHealth: ({ state }) => {
      states.push(state);
      for (const wait of waiting) if (wait.state === state) wait.done();
    },
  });
  supervisors.push(supervisor);
  const reaches = (state: EngineHealth['state']) =>
    new Promise<void>((done) => waiting.push({ state, done }));
  return { supervisor, states, reaches };
}

afterEach(async () => {
  for (const supervisor of supervisors.splice(0)) await supervisor.stop();
});

it('rejects what was pending with a reason, restarts, and answers again', async () => {
  const { supervisor, states, reaches } = supervise();
  const ready = reaches('ready');
  supervisor.start();
  await ready;
  const first = (await supervisor.call('engine.ping', {}, 5000)) as { pid: number };
  const pending = supervisor.call('engine.hang', {}, 60_000);
  const readyAgain = reaches('ready');
  const crash = supervisor.call('engine.crash', {}, 5000);
  await expect(pending).rejects.toMatchObject({ code: 'engine-unavailable', retryable: true });
  await expect(crash).rejects.toMatchObject({ code: 'engine-unavailable' });
  await readyAgain;
  const second = (await supervisor.call('engine.ping', {}, 5000)) as { pid: number };
  expect(second.pid).not.toBe(first.pid);
  expect(states).toEqual(['ready', 'restarting', 'ready']);
  expect(supervisor.health.restarts).toBe(1);
});

it('tells an ordered end from a crash', async () => {
  const { supervisor, states, reaches } = supervise();
  const ready = reaches('ready');
  supervisor.start();
  await ready;
  await supervisor.stop();
  expect(states).toEqual(['ready']);
  await expect(supervisor.call('engine.ping', {}, 1000)).rejects.toMatchObject({
    code: 'engine-unavailable',
  });
});
