import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/start-gateway.ts';
import { createClient, type TestClient } from '../testing/test-client.ts';
import { dailyGrant } from './credits.ts';

const dayMs = 86_400_000;
let nowMs = Date.UTC(2026, 0, 1, 23, 59);
let gateway: TestGateway;
let client: TestClient;

beforeEach(async () => {
  gateway = await startTestGateway({ clock: { now: () => nowMs } });
  client = createClient(gateway);
});
afterEach(() => gateway.close());

describe('demo credits', () => {
  it('are filled up once a day, never beyond, counting what is held', async () => {
    const long = { parameters: { duration: 10 } };
    await client.finished((await client.create(long)).body.id);
    gateway.backend.hold();
    await client.create(long);
    expect((await client.account()).credits).toEqual({ available: 2_280, held: 60 });
    nowMs += dayMs;
    expect((await client.account()).credits).toEqual({ available: 2_340, held: 60 });
    expect((await client.account()).credits).toEqual({ available: 2_340, held: 60 });
  });
});

describe('dailyGrant', () => {
  it.each([
    ['2026-01-02', null, 0, 2_400],
    ['2026-01-02', '2026-01-01', 100, 2_300],
    ['2026-01-02', '2026-01-02', 100, 0],
    ['2026-01-02', '2026-01-01', 5_000, 0],
  ])('on %s after %s with %i gives %i', (today, last, owned, expected) => {
    expect(dailyGrant(today, last, owned)).toBe(expected);
  });
});
