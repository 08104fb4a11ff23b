// A clip that only the cloud has is erased there: nothing of it is on this device afterwards either, and no list brings it back.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallInput } from '#shared/contract/define.ts';
import type { EngineContract } from '#shared/contract/engine.ts';
import { startTestGateway, type TestGateway } from '../../../gateway/testing/start-gateway.ts';
import { createClient } from '../../../gateway/testing/test-client.ts';
import { backUp } from '../../database/backup.ts';
import { scanFolder, wordNeedle } from '../../testing/byte-scan.ts';
import { prepareToCreate, startTestEngine, type TestEngine } from '../../testing/start-engine.ts';
import { createTestClock } from '../../testing/test-clock.ts';

type Subject = CallInput<EngineContract, 'erase.plan'>['subject'];

const word = 'zaffrekumquat';
let gateway: TestGateway;
let engine: TestEngine;

beforeEach(async () => {
  gateway = await startTestGateway();
  engine = await startTestEngine({ cloud: gateway, deps: { clock: createTestClock(200) } });
  await prepareToCreate(engine);
});
afterEach(async () => {
  await engine.remove();
  await gateway.close();
});

async function makeElsewhere(): Promise<string> {
  const client = createClient(gateway);
  const { body } = await client.create({ prompt: `A ${word} over the bay` });
  await client.finished(body.id);
  await engine.call('sync.run', {});
  const [clip] = (await engine.call('cloud.onlyThere', {})).items;
  return clip?.id ?? '';
}
const backUpNow = () => {
  const { db, paths, clock } = engine.engine.context;
  return backUp(db.connection, paths.backups, 'daily', clock.now());
};
const onlyThere = async () => (await engine.call('cloud.onlyThere', {})).total;
const deletion = async () => (await engine.call('erasures.list', {})).items[0];
const inCloud = () =>
  readdirSync(join(gateway.dir, 'outputs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.mp4'),
  );

test('the plan says that it is nowhere else, the cloud confirms, and it never comes back', async () => {
  const id = await makeElsewhere();
  backUpNow();
  const subject = { type: 'cloud-copies' as const, onlyThere: [id] } satisfies Subject;
  const plan = await engine.call('erase.plan', { subject });
  expect(plan.where).toBe('cloud');
  expect(plan.goneNow.map(({ kind }) => kind)).toEqual(['backups']);
  const refusal = { type: 'status', status: 503 } as const;
  await gateway.restart({ faults: { rules: [{ route: 'createErasure', fault: refusal }] } });
  await engine.call('erase.run', { planId: plan.planId });
  await engine.until(async () => ((await deletion())?.attempts ?? 0) > 0 || null);
  expect(await deletion()).toMatchObject({ state: 'waiting', receipt: null });
  expect(inCloud()).toHaveLength(1);

  // the cloud still has it and lists it
  await engine.call('sync.run', {});
  expect(await onlyThere()).toBe(0);
  expect(scanFolder(engine.library, [wordNeedle(word)])).toEqual([]);
  expect(await engine.call('cloud.download', { ids: null })).toEqual({ count: 0 });

  await gateway.restart({ faults: {} });
  await engine.call('erasures.tryNow', {});
  const done = await engine.until(async () => {
    const found = await deletion();
    return found?.state === 'confirmed' ? found : null;
  });
  expect(done.receipt?.signature).toBe('valid');
  expect(inCloud()).toEqual([]);
  const [receipt] = (await engine.call('erase.receipts', {})).items;
  expect(receipt?.cloud).toEqual({ asked: 1, confirmed: 1 });
  await engine.call('sync.run', {});
  expect(await onlyThere()).toBe(0);
  expect((await engine.call('library.page', {})).items).toEqual([]);
});
