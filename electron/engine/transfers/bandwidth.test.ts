import { describe, expect, it } from 'vitest';
import { createTestClock } from '../testing/test-clock.ts';
import { createBandwidth } from './bandwidth.ts';

const { signal } = new AbortController();
const clock = createTestClock(100);

async function move(pieces: number, pieceBytes: number, limit: () => number | null) {
  const bandwidth = createBandwidth(clock, limit);
  const startedAtMs = clock.now();
  for (let piece = 0; piece < pieces; piece += 1) await bandwidth.pay(pieceBytes, signal);
  return clock.now() - startedAtMs;
}

describe('a limited line', () => {
  it('takes the time that the limit says', async () => {
    const tookMs = await move(20, 50_000, () => 100_000);
    expect(tookMs).toBeGreaterThan(9_500);
  });

  it('is shared by all transfers', async () => {
    const bandwidth = createBandwidth(clock, () => 100_000);
    const startedAtMs = clock.now();
    const one = async () => {
      for (let piece = 0; piece < 5; piece += 1) await bandwidth.pay(50_000, signal);
    };
    await Promise.all([one(), one(), one(), one()]);
    expect(clock.now() - startedAtMs).toBeGreaterThan(9_500);
  });

  it('lets everything pass without a limit, and at once when the limit goes', async () => {
    let limit: number | null = null;
    const bandwidth = createBandwidth(clock, () => limit);
    expect(bandwidth.pay(1_000_000_000, signal)).toBeUndefined();
    limit = 100_000;
    await bandwidth.pay(50_000, signal);
    limit = null;
    expect(bandwidth.pay(1_000_000_000, signal)).toBeUndefined();
  });

  it('does not wait for hours when the clock is set back', async () => {
    const bandwidth = createBandwidth(clock, () => 100_000);
    await bandwidth.pay(50_000, signal);
    clock.jump(-24 * 3_600_000);
    const startedAtMs = clock.now();
    await bandwidth.pay(50_000, signal);
    expect(clock.now() - startedAtMs).toBeLessThan(60_000);
  });

  it('can be left', async () => {
    const stop = new AbortController();
    const waiting = createBandwidth(clock, () => 50_000).pay(10_000_000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  });
});
