// An engine with nothing to do does nothing: how often its timers ring, hour by hour.
import { afterEach, expect, test } from 'vitest';
import { startTestGateway } from '../gateway/testing/start-gateway.ts';
import type { Clock } from './clock.ts';
import { demoDraft, prepareToCreate, startTestEngine } from './testing/start-engine.ts';
import { createTestClock } from './testing/test-clock.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** One hour of the engine takes 360 ms. */
const speed = 10_000;
const hourMs = 3_600_000;

async function startIdle() {
  const gateway = await startTestGateway();
  cleanups.push(() => gateway.close());
  const inner = createTestClock(speed);
  let rings = 0;
  const clock: Clock = {
    now: inner.now,
    later: (delayMs, callback) =>
      inner.later(delayMs, () => {
        rings += 1;
        callback();
      }),
    sleep: (delayMs, signal) => {
      rings += 1;
      return inner.sleep(delayMs, signal);
    },
  };
  let place: { readonly baseUrl: string; readonly token: string } | null = gateway;
  const engine = await startTestEngine({
    cloud: () => place ?? { baseUrl: 'http://127.0.0.1:9', token: gateway.token },
    deps: { clock },
  });
  cleanups.push(() => engine.remove());
  await prepareToCreate(engine);
  return {
    gateway,
    engine,
    /** Nothing listens there. */
    loseCloud: async () => {
      place = null;
      await gateway.close();
    },
    ringsOf: async (hours: number) => {
      await inner.sleep(hourMs); // what comes soon after a start or a job is over
      const before = rings;
      await inner.sleep(hours * hourMs);
      return rings - before;
    },
  };
}

test('with all jobs done: a look for clips made elsewhere four times an hour, and hardly more', async () => {
  const { engine, ringsOf } = await startIdle();
  const { items } = await engine.call('generations.create', demoDraft);
  for (const { id } of items) await engine.ended(id);
  expect(await ringsOf(4)).toBeLessThan(4 * 4 + 10);
});

test('a paused queue waits without a timer of its own', async () => {
  const { engine, ringsOf } = await startIdle();
  await engine.call('queue.pause', {});
  await engine.call('generations.create', { ...demoDraft, takes: 4 });
  expect(await ringsOf(4)).toBeLessThan(4 * 4 + 10);
});

test('without a cloud, jobs wait for the next look at it, and ask nothing by themselves', async () => {
  const { engine, loseCloud, ringsOf } = await startIdle();
  await loseCloud();
  await engine.call('generations.create', { ...demoDraft, takes: 4 });
  const rings = await ringsOf(1);
  expect(rings).toBeGreaterThan(10);
  expect(rings).toBeLessThan(400);
});
