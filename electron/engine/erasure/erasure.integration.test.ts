import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { HostContract } from '#shared/contract/host.ts';
import type { TypedClient } from '#shared/rpc/typed-client.ts';
import { startTestGateway, type TestGateway } from '../../gateway/testing/start-gateway.ts';
import {
  createTestHost,
  demoDraft,
  prepareToCreate,
  startTestEngine,
  type TestEngine,
} from '../testing/start-engine.ts';
import { claimHome } from './home-marker.ts';
import { readCloudOutcomes, readResidue } from './residue.ts';
import { runPendingWipe } from './run-wipe.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) await thing.close();
});

/** A cloud that is not in this home, as far as the host says. */
function hostedHost(gateway: TestGateway): TypedClient<HostContract> {
  const host = createTestHost(gateway, new Map());
  return {
    call: async (name, input) => {
      const answer = await host.call(name, input);
      return name === 'cloud.endpoint'
        ? ({ ...(answer as object), isEmbedded: false } as never)
        : answer;
    },
  };
}

async function start(
  gateway: TestGateway,
  isHosted: boolean,
  folder?: string,
): Promise<TestEngine> {
  const engine = await startTestEngine({
    cloud: gateway,
    ...(folder ? { folder } : {}),
    ...(isHosted ? { deps: { host: hostedHost(gateway) } } : {}),
  });
  open.push({ close: folder ? engine.close : engine.remove });
  return engine;
}
async function startGateway(faults?: Parameters<typeof startTestGateway>[0]): Promise<TestGateway> {
  const gateway = await startTestGateway(faults);
  open.push(gateway);
  return gateway;
}
async function makeClip(engine: TestEngine): Promise<string> {
  const { items } = await engine.call('generations.create', demoDraft);
  const detail = await engine.ended(items[0]?.id ?? '');
  expect(detail.status).toBe('ready');
  return detail.id;
}
const wipe = (home: string) =>
  runPendingWipe({ home, now: () => new Date(), deleteSecrets: async () => 0 });
const inCloud = async (gateway: TestGateway): Promise<number> =>
  ((await (await gateway.fetch('/v1/generations')).json()) as { items: unknown[] }).items.length;

describe('erasing everything', () => {
  it('plans, orders, wipes, and gives a receipt that matches the plan', async () => {
    const gateway = await startGateway();
    const engine = await start(gateway, false);
    await prepareToCreate(engine);
    await makeClip(engine);
    writeFileSync(join(engine.library, 'videos', 'of somebody else.mp4'), 'mine');
    const plan = await engine.call('erasure.plan', {});
    expect(plan.goneNow.find(({ kind }) => kind === 'videos')?.count).toBe(1);
    expect(plan.goneLater).toEqual([]);

    expect(await engine.call('erasure.order', { planId: plan.planId })).toEqual({ ordered: true });
    await engine.close();
    const receipt = await wipe(engine.folder);
    expect(receipt?.remaining).toEqual([]);
    expect(receipt?.leftAlone).toEqual(['library/videos/of somebody else.mp4']);
    for (const kind of ['videos', 'posters', 'prompts', 'history'] as const) {
      const planned = plan.goneNow.find((row) => row.kind === kind);
      expect(receipt?.removed.find((row) => row.kind === kind)).toEqual(planned);
    }
    expect(readResidue(engine.folder)).toEqual([]);
    expect(await inCloud(gateway)).toBe(1);
  });

  it('refuses a plan that is not true any more, and changes nothing', async () => {
    const gateway = await startGateway();
    const engine = await start(gateway, false);
    await prepareToCreate(engine);
    const { planId } = await engine.call('erasure.plan', {});
    await makeClip(engine);
    await expect(engine.call('erasure.order', { planId })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(existsSync(join(engine.folder, 'wipe-order.jsonl'))).toBe(false);
    await makeClip(engine);
  });

  it('starts anew in the same home after a wipe', async () => {
    const gateway = await startGateway();
    const engine = await start(gateway, false);
    const { planId } = await engine.call('erasure.plan', {});
    await engine.call('erasure.order', { planId });
    await engine.close();
    await wipe(engine.folder);
    const next = await start(gateway, false, engine.folder);
    expect(await next.call('library.count', {})).toMatchObject({ total: 0 });
    expect((await next.call('profile.get', {})).ageConfirmedAt).toBeNull();
  });
});

describe('a cloud that is elsewhere', () => {
  it('erases at once when it answers, and its receipt is kept', async () => {
    const gateway = await startGateway();
    const engine = await start(gateway, true);
    await prepareToCreate(engine);
    await makeClip(engine);
    const plan = await engine.call('erasure.plan', {});
    expect(plan.goneLater).toMatchObject([{ count: 1 }]);
    await engine.call('erasure.order', { planId: plan.planId });
    await engine.close();
    await wipe(engine.folder);
    expect(await inCloud(gateway)).toBe(0);
    expect(readResidue(engine.folder)).toEqual([]);
    expect(readCloudOutcomes(engine.folder)).toMatchObject([{ state: 'confirmed' }]);
  });

  it('is asked once, however often the order is given', async () => {
    const gateway = await startGateway({ faults: { erasureConfirmAfterMs: 3_600_000 } });
    const engine = await start(gateway, true);
    await prepareToCreate(engine);
    await makeClip(engine);
    const { planId } = await engine.call('erasure.plan', {});
    const order = () => engine.call('erasure.order', { planId });
    expect(await Promise.all([order(), order()])).toEqual([{ ordered: true }, { ordered: true }]);
    expect(await order()).toEqual({ ordered: true });
    const asked = (await gateway.accessLog()).filter(({ route }) => route === 'createErasure');
    expect(asked).toHaveLength(1);
    expect(readResidue(engine.folder).flatMap(({ erasures }) => erasures)).toHaveLength(1);
  });

  it('is left alone when that was chosen', async () => {
    const gateway = await startGateway();
    const engine = await start(gateway, true);
    await prepareToCreate(engine);
    await makeClip(engine);
    const { planId } = await engine.call('erasure.plan', {});
    await engine.call('erasure.order', { planId, alsoCloud: false });
    expect(await inCloud(gateway)).toBe(1);
    expect(readResidue(engine.folder)).toEqual([]);
  });

  it('keeps the order back when it cannot be asked', async () => {
    const gateway = await startGateway();
    const engine = await start(gateway, true);
    await prepareToCreate(engine);
    const { planId } = await engine.call('erasure.plan', {});
    await gateway.restart({
      faults: { rules: [{ route: 'createErasureToken', fault: { type: 'drop' }, times: 99 }] },
    });
    await engine.engine.context.host.call('secrets.delete', { name: 'erasure-tokens' });
    await expect(engine.call('erasure.order', { planId })).rejects.toThrow('does not answer');
    expect(existsSync(join(engine.folder, 'wipe-order.jsonl'))).toBe(false);
  });

  it('goes on being asked after the wipe, with nothing but opaque words, until it confirms', async () => {
    const gateway = await startGateway({ faults: { erasureConfirmAfterMs: 3_600_000 } });
    const engine = await start(gateway, true);
    claimHome(engine.folder);
    await prepareToCreate(engine);
    await makeClip(engine);
    const { planId } = await engine.call('erasure.plan', {});
    await engine.call('erasure.order', { planId });
    await engine.close();
    await wipe(engine.folder);
    const text = readFileSync(join(engine.folder, 'pending-erasure.json'), 'utf8');
    expect(JSON.parse(text)).toEqual({
      format: 'kling5-pending-erasure',
      version: 2,
      clouds: [
        {
          baseUrl: gateway.baseUrl,
          token: expect.stringMatching(/^erase_/) as unknown,
          tokenExpiresAt: expect.any(String) as unknown,
          erasures: [
            {
              key: expect.any(String) as unknown,
              subjects: [{ type: 'everything' }],
              requestedAt: expect.any(String) as unknown,
              attempts: 1,
              state: 'accepted',
              nextTryAt: expect.any(String) as unknown,
              lastError: null,
            },
          ],
        },
      ],
    });
    expect(text).not.toContain(gateway.token);
    expect(readdirSync(engine.folder)).toContain('pending-erasure.json');
    expect(readCloudOutcomes(engine.folder)).toMatchObject([{ state: 'accepted', receipt: null }]);

    await gateway.restart({ faults: { erasureConfirmAfterMs: 0 } });
    const later = await start(gateway, true, engine.folder);
    await later.until(() =>
      later
        .call('cloud.refresh', {})
        .then(() => (readResidue(engine.folder).length > 0 ? null : true)),
    );
    expect(readCloudOutcomes(engine.folder)).toMatchObject([{ state: 'confirmed' }]);
    expect(readCloudOutcomes(engine.folder)[0]?.receipt).not.toBeNull();
    expect(await inCloud(gateway)).toBe(0);
  });
});
