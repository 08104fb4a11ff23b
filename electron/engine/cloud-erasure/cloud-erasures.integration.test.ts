// The outbox against the real gateway over HTTP: nothing asked is lost, nothing comes back, and each deletion ends with a receipt.
import { describe, expect, it } from 'vitest';
import { demoDraft } from '../testing/start-engine.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { useStudio } from '../testing/use-studio.ts';

const studio = useStudio({ deps: () => ({ clock: createTestClock(20), random: () => 0.5 }) });

async function makeClip(): Promise<string> {
  const { items } = await studio.engine.call('generations.create', demoDraft);
  const { id, status } = await studio.engine.ended(items[0]?.id ?? '');
  expect(status).toBe('ready');
  return id;
}
const get = (id: string) => studio.engine.call('generations.get', { id });
const list = () => studio.engine.call('erasures.list', {});
const inCloud = async (): Promise<number> =>
  ((await (await studio.gateway.fetch('/v1/generations')).json()) as { items: unknown[] }).items
    .length;
const confirmed = (count: number) =>
  studio.engine.until(async () => {
    const { items } = await list();
    const done = items.filter(({ state }) => state === 'confirmed');
    return done.length === count ? done : null;
  });

describe('keeping a clip on this device only', () => {
  it('erases its copy in the cloud, with a receipt, and leaves the clip', async () => {
    const id = await makeClip();
    expect(await studio.engine.call('erasures.keepHere', { ids: [id] })).toEqual({
      asked: 1,
      later: 0,
    });
    const [erasure] = await confirmed(1);
    expect(erasure).toMatchObject({ clip: { id }, attempts: 1, cause: 'asked', problem: null });
    expect(erasure?.receipt?.counts).toContainEqual({ what: 'generations', count: 1 });
    expect(erasure?.receipt?.signature).toBe('valid');
    expect(await get(id)).toMatchObject({
      status: 'ready',
      isInCloud: false,
      cloudErasure: { state: 'confirmed', id: erasure?.id },
    });
    expect(await inCloud()).toBe(0);
  });

  it('asks once, however often it is wished', async () => {
    const id = await makeClip();
    await studio.gateway.restart({ faults: { erasureConfirmAfterMs: 3_600_000 } });
    await studio.engine.call('erasures.keepHere', { ids: [id] });
    expect(await studio.engine.call('erasures.keepHere', { ids: [id] })).toEqual({
      asked: 0,
      later: 0,
    });
    expect((await list()).total).toBe(1);
  });

  it('waits for a clip under way, and follows its verified download', async () => {
    studio.gateway.backend.hold();
    const { items } = await studio.engine.call('generations.create', demoDraft);
    const id = items[0]?.id ?? '';
    await studio.engine.until(async () => ((await get(id)).status === 'rendering' ? true : null));
    expect(await studio.engine.call('erasures.keepHere', { ids: [id] })).toEqual({
      asked: 0,
      later: 1,
    });
    studio.gateway.backend.release();
    const [erasure] = await confirmed(1);
    expect(erasure?.cause).toBe('kept-here');
    expect(await get(id)).toMatchObject({ status: 'ready', isInCloud: false });
  });

  it('holds for every clip when it is set', async () => {
    await studio.engine.call('settings.change', { keepOnlyHere: true });
    await makeClip();
    await makeClip();
    await confirmed(2);
    expect(await inCloud()).toBe(0);
    expect((await studio.engine.call('library.count', {})).total).toBe(2);
  });

  it('leaves the cloud’s copy alone when the file here is missing', async () => {
    const id = await makeClip();
    studio.engine.engine.context.db.run('update output set is_missing = 1');
    expect(await studio.engine.call('erasures.keepHere', { ids: [id] })).toEqual({
      asked: 0,
      later: 0,
    });
  });
});

describe('a cloud that does not do as it is asked', () => {
  it('is asked again after a restart, with the same key', async () => {
    const id = await makeClip();
    await studio.gateway.restart({
      faults: {
        rules: [{ route: 'createErasure', when: 'after', fault: { type: 'drop' }, times: 1 }],
      },
    });
    await studio.engine.call('erasures.keepHere', { ids: [id] });
    await studio.engine.until(async () => ((await list()).items[0]?.problem ? true : null));
    await studio.restartEngine({ clock: createTestClock(1000) });
    const [erasure] = await confirmed(1);
    expect(erasure?.attempts).toBe(2);
    expect(erasure?.receipt?.counts).toContainEqual({ what: 'generations', count: 1 });
  });

  it('is given the time that it asks for', async () => {
    const id = await makeClip();
    await studio.gateway.restart({
      faults: {
        rules: [
          {
            route: 'createErasure',
            fault: { type: 'status', status: 503, retryAfterSeconds: 1800 },
            times: 1,
          },
        ],
      },
    });
    await studio.engine.call('erasures.keepHere', { ids: [id] });
    const item = await studio.engine.until(async () => {
      const [first] = (await list()).items;
      return first?.problem ? first : null;
    });
    const waitMs = Date.parse(item.nextTryAt ?? '') - Date.parse(item.requestedAt);
    expect(waitMs).toBeGreaterThanOrEqual(1_790_000);
    expect((await get(id)).cloudErasure).toMatchObject({ problem: 'cloud-unavailable' });
    await studio.engine.call('erasures.tryNow', {});
    await confirmed(1);
  });

  it('is looked after when it accepts first and confirms later', async () => {
    const id = await makeClip();
    await studio.gateway.restart({ faults: { erasureConfirmAfterMs: 3_600_000 } });
    await studio.engine.call('erasures.keepHere', { ids: [id] });
    await studio.engine.until(async () =>
      (await list()).items[0]?.state === 'accepted' ? true : null,
    );
    expect(await get(id)).toMatchObject({ isInCloud: true, cloudErasure: { state: 'accepted' } });
    await studio.gateway.restart({ faults: { erasureConfirmAfterMs: 0 } });
    await studio.engine.call('erasures.tryNow', {});
    await confirmed(1);
    expect((await get(id)).isInCloud).toBe(false);
  });

  it('renews a token that has gone bad, once', async () => {
    await studio.engine.call('erasures.keepHere', { ids: [await makeClip()] });
    await confirmed(1);
    const { host } = studio.engine.engine.context;
    const tokens = { embedded: { token: 'erase_gone', expiresAt: null } };
    await host.call('secrets.set', { name: 'erasure-tokens', value: JSON.stringify(tokens) });
    await studio.engine.call('erasures.keepHere', { ids: [await makeClip()] });
    await confirmed(2);
    const asked = (await studio.gateway.accessLog()).filter(
      ({ route }) => route === 'createErasure',
    );
    expect(asked.map(({ status }) => status)).toEqual([200, 401, 200]);
  });
});

describe('what was erased in the cloud', () => {
  it('is not brought back by a list that still has it', async () => {
    const id = await makeClip();
    const { cloudId } = await get(id);
    const told = await (await studio.gateway.fetch('/v1/generation-changes')).json();
    await studio.engine.call('erasures.keepHere', { ids: [id] });
    await confirmed(1);
    await studio.gateway.restart({
      faults: {
        rules: [{ route: 'generationChanges', fault: { type: 'json', value: told as never } }],
      },
    });
    expect(JSON.stringify(told)).toContain(cloudId);
    expect(await studio.engine.call('sync.run', {})).toMatchObject({ problem: null });
    expect((await get(id)).isInCloud).toBe(false);
    expect(await studio.engine.call('cloud.onlyThere', {})).toMatchObject({ total: 0 });
  });

  it('takes nothing from this device when a cloud says that everything is gone', async () => {
    await makeClip();
    await makeClip();
    const nothing = { items: [], nextCursor: 'end', hasMore: false };
    await studio.gateway.restart({
      faults: { rules: [{ route: 'generationChanges', fault: { type: 'json', value: nothing } }] },
    });
    expect(await studio.engine.call('sync.run', {})).toMatchObject({ problem: null, notTold: 2 });
    const { items } = await studio.engine.call('library.page', {});
    expect(items.map(({ status, isInCloud }) => [status, isInCloud])).toEqual([
      ['ready', true],
      ['ready', true],
    ]);
    expect((await list()).total).toBe(0);
  });
});
