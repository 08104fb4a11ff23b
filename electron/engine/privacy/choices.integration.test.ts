// What the user objects to is not sent, whoever asks for it: new clips, clips that wait, references, the history.
import { expect, it } from 'vitest';
import { demoDraft } from '../testing/start-engine.ts';
import { useStudio } from '../testing/use-studio.ts';

const studio = useStudio();

const sent = async (method: string, path: string) => {
  const { items } = await studio.engine.call('data.requests', { limit: 200 });
  return items.filter((item) => item.method === method && item.path === path).length;
};
const choose = (purpose: 'training' | 'send-prompts' | 'read-history', isAllowed: boolean) =>
  studio.engine.call('choices.set', { purpose, isAllowed });

it('allows what a clip needs and no training, until the user says otherwise', async () => {
  const { items } = await studio.engine.call('choices.list', {});
  expect(Object.fromEntries(items.map((item) => [item.purpose, item.isAllowed]))).toEqual({
    training: false,
    'send-prompts': true,
    'send-references': true,
    'read-history': true,
    'send-feedback': true,
  });
  expect(items.every((item) => item.decidedAt === null)).toBe(true);
});

it('makes no clip while prompts may not be sent, and says why', async () => {
  await choose('send-prompts', false);
  await expect(studio.engine.call('generations.create', demoDraft)).rejects.toMatchObject({
    code: 'restricted',
    details: { purpose: 'send-prompts' },
  });
  expect((await studio.engine.call('generations.queue', {})).active).toEqual([]);
  expect(await sent('POST', '/v1/generations')).toBe(0);
});

it('holds back a clip that waits, without an attempt, and sends it when it is allowed again', async () => {
  await studio.engine.call('queue.pause', {});
  const { items } = await studio.engine.call('generations.create', demoDraft);
  const id = items[0]?.id ?? '';
  await choose('send-prompts', false);
  await studio.engine.call('queue.resume', {});
  const held = await studio.engine.until(async () => {
    const job = await studio.engine.call('generations.get', { id });
    return job.waiting?.reason === 'restricted' ? job : null;
  });
  expect(held).toMatchObject({ attempts: 0, waiting: { until: null } });
  expect(await sent('POST', '/v1/generations')).toBe(0);

  await choose('send-prompts', true);
  expect((await studio.engine.ended(id)).status).toBe('ready');
  expect(await sent('POST', '/v1/generations')).toBe(1);
});

it('asks for no history while that is not allowed', async () => {
  await choose('read-history', false);
  const before = await sent('GET', '/v1/generation-changes');
  const state = await studio.engine.call('sync.run', {});
  expect(state.problem?.code).toBe('restricted');
  expect(await sent('GET', '/v1/generation-changes')).toBe(before);
});

it('takes back a permission to train from clips that were not sent yet', async () => {
  await choose('training', true);
  await studio.engine.call('queue.pause', {});
  await studio.engine.call('generations.create', { ...demoDraft, takes: 2 });
  await choose('training', false);
  await studio.engine.call('queue.resume', {});
  const { active } = await studio.engine.call('generations.queue', {});
  for (const { id } of active) await studio.engine.ended(id);
  const consents = studio.engine.engine.context.db.all<{ readonly training_consent: number }>(
    'select training_consent from generation',
  );
  expect(consents).toEqual([{ training_consent: 0 }, { training_consent: 0 }]);
});

it('keeps every answer, and adds none that changes nothing', async () => {
  await choose('training', true);
  await choose('training', true);
  await choose('training', false);
  const { items } = await studio.engine.call('choices.history', {});
  expect(items.map(({ purpose, isGranted }) => [purpose, isGranted])).toEqual([
    ['training', false],
    ['training', true],
    ['age', true],
  ]);
});
