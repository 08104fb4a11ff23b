import { expect, it } from 'vitest';
import { generationPageSchema } from '#shared/gateway/generation.ts';
import type { FaultScriptInput } from '../faults/fault-script.ts';
import { startTestGateway } from '../testing/start-gateway.ts';
import { createClient } from '../testing/test-client.ts';

const jobCount = 25;

const misbehaviour = (seed: number): FaultScriptInput => ({
  seed,
  rules: [
    { route: 'createGeneration', probability: 0.25, fault: { type: 'drop' } },
    { route: 'createGeneration', probability: 0.25, when: 'after', fault: { type: 'drop' } },
    { route: 'createGeneration', probability: 0.1, fault: { type: 'status', status: 503 } },
    {
      route: 'createGeneration',
      probability: 0.1,
      when: 'after',
      fault: { type: 'status', status: 500 },
    },
  ],
  renders: [{ probability: 0.2, fail: { code: 'render-failed', message: 'As planned.' } }],
});

it.each([1, 2, 3])(
  'charges every delivered job once, whatever is lost on the way (seed %i)',
  async (seed) => {
    const gateway = await startTestGateway({ faults: misbehaviour(seed) });
    const client = createClient(gateway);
    const insist = async (key: string) => {
      for (;;) {
        const reply = await client.create({ parameters: { duration: 3 } }, key).catch(() => null);
        if (reply && !reply.error) return reply.body.id;
      }
    };
    const ids: string[] = [];
    for (let job = 0; job < jobCount; job += 1) {
      ids.push(await insist(`job-number-${job}`));
      if (job % 10 === 9) await gateway.restart({ faults: misbehaviour(seed + job) });
    }
    const ended = await Promise.all(ids.map((id) => client.finished(id)));
    const delivered = ended.filter(({ status }) => status === 'succeeded').length;
    const { body } = await client.send(generationPageSchema, '/v1/generations?limit=500');
    expect(new Set(body.items.map(({ id }) => id))).toEqual(new Set(ids));
    expect(ids).toHaveLength(jobCount);
    expect(delivered).toBeLessThan(jobCount);
    expect((await client.account()).credits).toEqual({
      available: 2_400 - delivered * 18,
      held: 0,
    });
    await gateway.close();
  },
);
