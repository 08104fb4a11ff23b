// What the user sets about transfers holds: how many results come side by side, how fast, and which first.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultStudioSettings } from '#shared/domain/studio-settings.ts';
import { readUnderWay } from '../database/generation-reads.ts';
import { demoDraft } from '../testing/start-engine.ts';
import { useStudio } from '../testing/use-studio.ts';

const clipBytes = 200_000;
const studio = useStudio({
  gateway: async (folder) => {
    const outputFile = join(folder, 'clip.mp4');
    await writeFile(outputFile, randomBytes(clipBytes));
    const slow = { type: 'slow', bytesPerSecond: 150_000 } as const;
    return { faults: { outputFile, rules: [{ route: 'outputContent', fault: slow }] } };
  },
});

interface Fetch {
  readonly at: number;
  readonly duration: number;
}

/** The most results that were on their way at one moment, by the ledger. */
function mostAtOnce(): number {
  const fetches = studio.engine.engine.context.db.all<Fetch>(
    `select at, duration_ms as duration from network_request where path like '%/content%'`,
  );
  expect(fetches.length).toBeGreaterThan(0);
  return Math.max(
    ...fetches.map(
      ({ at }) =>
        fetches.filter((other) => other.at <= at && at < other.at + other.duration).length,
    ),
  );
}

async function makeThree(): Promise<void> {
  const { items } = await studio.engine.call('generations.create', { ...demoDraft, takes: 3 });
  for (const { id } of items) expect((await studio.engine.ended(id)).status).toBe('ready');
}

describe('results', () => {
  it('come one after the other when that is wanted', async () => {
    await studio.engine.call('settings.change', { downloadsAtOnce: 1 });
    await makeThree();
    expect(mostAtOnce()).toBe(1);
  });

  it('come side by side, as many as may', async () => {
    await studio.engine.call('settings.change', { downloadsAtOnce: 2 });
    await makeThree();
    expect(mostAtOnce()).toBe(2);
  });

  it('come no faster than the line may be used', async () => {
    await studio.engine.call('settings.change', { downloadsAtOnce: 4, bytesPerSecond: 100_000 });
    const startedAt = performance.now();
    await makeThree();
    const bytesPerSecond = (3 * clipBytes) / ((performance.now() - startedAt) / 1000);
    expect(bytesPerSecond).toBeLessThan(115_000);
  });

  it('that the cloud deletes first come first', async () => {
    await studio.engine.call('queue.pause', {});
    const { items } = await studio.engine.call('generations.create', { ...demoDraft, takes: 4 });
    const { db } = studio.engine.engine.context;
    const expiries = [null, 3_000, 1_000, 2_000];
    for (const [index, { id }] of items.entries()) {
      db.run(
        `update generation set status = 'downloading', cloud_expires_at = ? where id = ?`,
        expiries[index] ?? null,
        id,
      );
    }
    const order = readUnderWay(db).map(({ sequence }) => sequence);
    const sequences = items.map(
      ({ id }) =>
        db.get<{ sequence: number }>('select sequence from generation where id = ?', id)?.sequence,
    );
    expect(order).toEqual([2, 3, 1, 0].map((index) => sequences[index]));
  });
});

describe('settings', () => {
  it('are there after a restart, and hold as far as they can be read', async () => {
    await studio.engine.call('settings.change', { downloadsAtOnce: 8, ledgerDays: null });
    studio.engine.engine.context.db.run(
      `update setting set value = json_set(value, '$.bytesPerSecond', 'fast') where key = 'studio'`,
    );
    await studio.restartEngine();
    expect(await studio.engine.call('settings.get', {})).toEqual({
      ...defaultStudioSettings,
      downloadsAtOnce: 8,
      ledgerDays: null,
    });
  });

  it('that make no sense are refused', async () => {
    for (const change of [{ downloadsAtOnce: 0 }, { bytesPerSecond: 1 }, { ledgerDays: 0.5 }]) {
      await expect(studio.engine.call('settings.change', change)).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
  });
});
