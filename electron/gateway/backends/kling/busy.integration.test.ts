// An account that is busy: more jobs than its pack takes at once, and requests to slow down.
import { afterEach, expect, it } from 'vitest';
import {
  byAccessKey,
  byApiKey,
  type KlingGateway,
  startKlingGateway,
} from './testing/start-kling-gateway.ts';

let studio: KlingGateway;
afterEach(() => studio.close());

const modelId = 'kling-2.6';
const create = () => studio.client.create({ modelId });

it.each([
  ['current', byApiKey],
  ['legacy', byAccessKey],
] as const)(
  'more jobs than the pack takes all arrive, by the %s interfaces',
  async (_name, credentials) => {
    studio = await startKlingGateway({ credentials, server: { concurrency: 1, workMs: 150 } });
    const created = await Promise.all([create(), create(), create(), create()]);
    const done = await Promise.all(created.map(({ body }) => studio.client.finished(body.id)));
    expect(done.map(({ status }) => status)).toEqual(Array(4).fill('succeeded'));
    expect(studio.server.accepted()).toBe(4);
    expect(studio.server.requests.some(({ code }) => code === 1303)).toBe(true);
    expect(studio.server.remainingUnits()).toBe(1_000 - 4 * 1.5);
  },
);

it.each([
  ['seconds', (): string => '30'],
  // A date has no fractions of a second.
  ['a date', (): string => new Date(Date.now() + 31_000).toUTCString()],
] as const)(
  'a job waits as long as the platform asks for, and a little by chance: %s',
  async (_form, retryAfter) => {
    const busyBackOff = { baseMs: 4_000, capMs: 4_000 };
    studio = await startKlingGateway({ luck: 0.5, limits: { busyBackOff } });
    const act = { type: 'error', code: 1303, retryAfter: retryAfter() } as const;
    studio.server.faults.add({ on: 'create', act });
    const { body } = await create();
    await studio.until(() => studio.logged.length > 0);
    const { event, delayMs } = JSON.parse(studio.logged[0] ?? '') as Record<string, number>;
    expect(event).toBe('job postponed');
    // Two seconds of it are chance; a slow machine may eat some of the date's.
    expect(delayMs).toBeGreaterThan(25_000);
    expect(delayMs).toBeLessThanOrEqual(33_000);
    // It is queued, nothing is held at the platform, and it can still be cancelled.
    expect((await studio.client.read(body.id)).body.status).toBe('queued');
    expect((await studio.client.cancel(body.id)).body.status).toBe('cancelled');
    expect(studio.orders()).toBe(1);
  },
);
