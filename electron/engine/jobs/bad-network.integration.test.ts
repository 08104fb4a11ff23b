// A network that fails a paid result in one way after the other: that it fails often is no reason to give the result up.
import { afterEach, expect, test } from 'vitest';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import { type JobWorld, startJobWorld } from '../testing/job-world.ts';
import { demoDraft } from '../testing/start-engine.ts';

let world: JobWorld;
afterEach(() => world.remove());

test('four answers in a row that are none, then wrong bytes, then the clip', async () => {
  world = await startJobWorld();
  const route = 'outputContent';
  world.proxy.play([
    { route, times: 4, fault: { type: 'status', status: 502, when: 'after' } },
    { route, nth: 5, fault: { type: 'corrupt' } },
  ]);
  const { items } = await world.engine.call('generations.create', demoDraft);
  const ended = await world.engine.ended(items[0]?.id ?? '');
  expect(ended).toMatchObject({ status: 'ready', credits: { settled: 30 } });
  expect(world.proxy.hits).toBe(5);
  const reasons = world.engine.events
    .filter(({ name }) => name === 'generation.changed')
    .map(({ payload }) => (payload as GenerationSummary).waiting?.details?.['code']);
  expect(reasons).toContain('hash-mismatch');
});
