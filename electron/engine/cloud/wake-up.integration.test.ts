// The device was asleep, or there is a network again: what waited goes on at once, without the help of any timer.
import { afterEach, expect, test } from 'vitest';
import { type JobWorld, startJobWorld } from '../testing/job-world.ts';
import { demoDraft } from '../testing/start-engine.ts';

const worlds: JobWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.remove();
});

/** A job that waits for a cloud that is gone, and a clock that will never ring again. */
async function waitInVain() {
  const world = await startJobWorld();
  worlds.push(world);
  world.gateway.backend.hold();
  world.proxy.setNetwork(false);
  const { items } = await world.engine.call('generations.create', demoDraft);
  const id = items[0]?.id ?? '';
  const get = () => world.engine.call('generations.get', { id });
  await world.engine.until(async () => ((await get()).waiting ? true : null));
  world.clock.stop();
  world.proxy.setNetwork(true);
  return { world, get };
}

const unheard = { signal: new AbortController().signal };

test.each(['engine.wakeUp', 'network.returned'] as const)(
  '%s: the cloud is looked for and the job is sent now',
  async (name) => {
    const { world, get } = await waitInVain();
    await world.engine.engine.handlers[name]({}, unheard);
    await world.engine.until(async () => ((await get()).status === 'rendering' ? true : null));
    expect((await get()).waiting).toBeNull();
    expect(await world.engine.call('cloud.state', {})).toMatchObject({
      reachable: 'yes',
      nextTryAt: null,
    });
  },
);

test('a network that is not there after all is told as before, and nothing is sent twice', async () => {
  const { world, get } = await waitInVain();
  world.proxy.setNetwork(false);
  for (let times = 0; times < 5; times += 1) {
    await world.engine.engine.handlers['network.returned']({}, unheard);
  }
  await world.engine.call('cloud.refresh', {});
  expect((await get()).waiting).toMatchObject({ reason: 'cloud' });
  const { items } = await world.engine.call('data.requests', { limit: 200 });
  // many wishes become one look, and one more for what changed during it
  const looks = items.filter(({ path, outcome }) => path === '/v1/service' && outcome === 'failed');
  expect(looks.length).toBeLessThanOrEqual(4);
});
