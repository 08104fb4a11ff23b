import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { wipeReceiptSchema, type WipeReceipt } from '#shared/contract/data.ts';
import { pendingWipe, runPendingWipe, type WipeDeps } from './run-wipe.ts';
import {
  canary,
  leftovers,
  makeSampleHome,
  type SampleHome,
  type SampleOptions,
  strangersUnharmed,
} from './testing/sample-home.ts';
import { checksumOf } from './wipe-receipt.ts';

const made: SampleHome[] = [];
afterEach(() => {
  for (const sample of made.splice(0)) sample.remove();
});
function sampleHome(options?: SampleOptions): SampleHome {
  const sample = makeSampleHome(options);
  made.push(sample);
  return sample;
}
const deps = (sample: SampleHome, onStep?: (step: string) => void): WipeDeps => ({
  home: sample.home,
  now: () => new Date('2026-11-23T12:00:00.000Z'),
  deleteSecrets: async () => 1,
  ...(onStep ? { onStep } : {}),
});
async function wipe(sample: SampleHome, onStep?: (step: string) => void): Promise<WipeReceipt> {
  const receipt = await runPendingWipe(deps(sample, onStep));
  if (!receipt) throw new Error('There was no order');
  return receipt;
}
const scan = (sample: SampleHome): string =>
  execFileSync('sh', ['-c', `grep -rl ${canary} "$1" || true`, 'sh', sample.root]).toString();
const counts = ({ removed }: WipeReceipt) =>
  Object.fromEntries(removed.map(({ kind, count }) => [kind, count]));

describe('wipe', () => {
  it('removes everything of ours, nothing of others, and says both', async () => {
    const sample = sampleHome();
    sample.order();
    expect(pendingWipe(sample.home)).toBe(true);
    const receipt = await wipe(sample);

    expect(leftovers(sample)).toEqual([]);
    expect(strangersUnharmed(sample)).toBe(true);
    expect(scan(sample)).toBe('');
    expect(pendingWipe(sample.home)).toBe(false);
    expect(receipt.remaining).toEqual([]);
    expect(receipt.leftAlone.toSorted()).toEqual([
      'home/Some New Chromium Thing/essay.docx',
      'home/holiday.jpg',
      'home/notes.txt',
      'library/assets/ab/readme',
      'library/backups/mine.db',
      'library/keep me.bin',
      'library/my folder/',
      'library/videos/2026/11/draft.mp4',
      'library/videos/link',
      'library/videos/my own film.mp4',
    ]);
    expect(counts(receipt)).toMatchObject({
      videos: 3,
      assets: 1,
      posters: 1,
      incoming: 1,
      backups: 2,
      database: 4,
      preferences: 2,
      logs: 2,
      'cloud-embedded': 2,
      keychain: 1,
      prompts: 2,
    });
    expect(existsSync(join(sample.library, '.kling5-library'))).toBe(false);
    expect(existsSync(join(sample.library, 'videos/2026/10'))).toBe(false);
  });

  it('leaves only what may stay in a home without strangers', async () => {
    const sample = sampleHome();
    for (const path of sample.strangers.keys()) rmSync(path);
    rmSync(join(sample.library, 'my folder'), { recursive: true });
    rmSync(join(sample.library, 'videos/link'));
    sample.order();
    await wipe(sample);
    expect(readdirSync(sample.home).toSorted()).toEqual(['.kling5-home', 'erase-receipt.json']);
  });

  it('writes the receipt that it resolves with', async () => {
    const sample = sampleHome();
    sample.order();
    const receipt = await wipe(sample);
    const stored = JSON.parse(
      readFileSync(join(sample.home, 'erase-receipt.json'), 'utf8'),
    ) as unknown;
    expect(wipeReceiptSchema.parse(stored)).toEqual(receipt);
    expect(receipt.checksum).toBe(checksumOf(receipt));
  });

  it('stopped before any of its steps, it ends the same way when it runs again', async () => {
    const whole = sampleHome();
    whole.order();
    const steps: string[] = [];
    const expected = await wipe(whole, (step) => steps.push(step));
    const expectedTree = whole.listing().map((path) => path.slice(whole.root.length));
    expect(steps.length).toBeGreaterThan(40);

    for (let stop = 0; stop < steps.length; stop++) {
      const sample = sampleHome();
      sample.order();
      let step = 0;
      const cut = runPendingWipe(
        deps(sample, () => {
          if (step++ === stop) throw new Error('power cut');
        }),
      );
      await expect(cut, steps[stop]).rejects.toThrow('power cut');
      expect(pendingWipe(sample.home), steps[stop]).toBe(true);
      const receipt = await wipe(sample);
      expect(receipt, steps[stop]).toEqual(expected);
      expect(
        sample.listing().map((path) => path.slice(sample.root.length)),
        steps[stop],
      ).toEqual(expectedTree);
      expect(strangersUnharmed(sample), steps[stop]).toBe(true);
      sample.remove();
    }
  });

  it('stopped again and again, it still gets there', async () => {
    const sample = sampleHome();
    sample.order();
    let runs = 0;
    while (pendingWipe(sample.home)) {
      let step = 0;
      const budget = 1 + (runs++ % 7);
      await runPendingWipe(
        deps(sample, () => {
          if (++step > budget) throw new Error('power cut');
        }),
      ).catch(() => null);
      expect(runs).toBeLessThan(500);
    }
    expect(leftovers(sample)).toEqual([]);
    expect(strangersUnharmed(sample)).toBe(true);
  });

  it('does nothing without an order', async () => {
    const sample = sampleHome();
    const before = sample.listing();
    expect(pendingWipe(sample.home)).toBe(false);
    expect(await runPendingWipe(deps(sample))).toBeNull();
    expect(sample.listing()).toEqual(before);
  });

  it('takes an order that was cut off for none', async () => {
    const sample = sampleHome();
    sample.order();
    const order = join(sample.home, 'wipe-order.jsonl');
    const text = readFileSync(order, 'utf8');
    writeFileSync(order, text.slice(0, text.length - 12));
    expect(await runPendingWipe(deps(sample))).toBeNull();
    expect(pendingWipe(sample.home)).toBe(false);
    expect(leftovers(sample).length).toBeGreaterThan(20);
  });

  it('leaves an outside library folder as an empty folder', async () => {
    const sample = sampleHome({ libraryOutside: true });
    for (const path of sample.strangers.keys()) rmSync(path);
    rmSync(join(sample.library, 'my folder'), { recursive: true });
    rmSync(join(sample.library, 'videos/link'));
    sample.order();
    await wipe(sample);
    expect(sample.listing().filter((path) => path.startsWith(sample.library))).toEqual([
      `${sample.library}/`,
    ]);
  });

  it('says so when the drive of the library is gone', async () => {
    const sample = sampleHome({ libraryOutside: true });
    sample.order();
    renameSync(sample.library, join(sample.root, 'unplugged'));
    const receipt = await wipe(sample);
    expect(receipt.remaining).toEqual(['library/']);
    expect(counts(receipt)['prompts']).toBeUndefined();
    expect(existsSync(join(sample.root, 'unplugged/library.db'))).toBe(true);
  });
});

describe('a home that was in use before the app came', () => {
  it('keeps what was there, also under names like ours, and whatever it does not know', async () => {
    const before = ['photos/a.raw', 'logs/server.log', 'databases/customers.db', 'Cookies', 'todo'];
    const sample = sampleHome({ before });
    sample.order();
    const receipt = await wipe(sample);
    expect(strangersUnharmed(sample)).toBe(true);
    expect(existsSync(join(sample.home, 'logs/engine.log'))).toBe(false);
    expect(existsSync(join(sample.home, 'Local Storage'))).toBe(false);
    expect(existsSync(join(sample.home, 'Unheard Of'))).toBe(true);
    expect(receipt.leftAlone).toEqual(
      expect.arrayContaining(['home/photos/', 'home/Cookies', 'home/todo', 'home/Unheard Of']),
    );
  });

  it('is careful where nobody left a marker', async () => {
    const sample = sampleHome();
    rmSync(join(sample.home, '.kling5-home'));
    sample.order();
    await wipe(sample);
    expect(existsSync(join(sample.home, 'Unheard Of'))).toBe(true);
    expect(existsSync(join(sample.home, 'Cache'))).toBe(false);
  });
});

describe('a folder that is not ours', () => {
  it('loses nothing when the library has no marker', async () => {
    const sample = sampleHome({ libraryOutside: true });
    rmSync(join(sample.library, '.kling5-library'));
    const before = sample.listing().filter((path) => path.startsWith(sample.library));
    sample.order();
    const receipt = await wipe(sample);
    expect(sample.listing().filter((path) => path.startsWith(sample.library))).toEqual(before);
    expect(receipt.remaining).toContain('library/videos/2026/11/2026-11-23 neon city [k7f3q2].mp4');
  });

  it('loses nothing when the marker is that of another library', async () => {
    const sample = sampleHome({ libraryOutside: true });
    writeFileSync(
      join(sample.library, '.kling5-library'),
      JSON.stringify({ format: 1, libraryId: 'other' }),
    );
    const before = sample.listing().filter((path) => path.startsWith(sample.library));
    sample.order();
    await wipe(sample);
    expect(sample.listing().filter((path) => path.startsWith(sample.library))).toEqual(before);
  });

  it('is not reached through a folder that was replaced by a link', async () => {
    const sample = sampleHome({ libraryOutside: true });
    const elsewhere = join(sample.root, 'elsewhere');
    renameSync(join(sample.library, 'videos'), elsewhere);
    symlinkSync(elsewhere, join(sample.library, 'videos'));
    sample.order();
    const receipt = await wipe(sample);
    expect(existsSync(join(elsewhere, '2026/11/2026-11-23 neon city [k7f3q2].mp4'))).toBe(true);
    expect(receipt.remaining).toContain('library/videos/2026/11/2026-11-23 neon city [k7f3q2].mp4');
    expect(receipt.leftAlone).toContain('library/videos');
  });

  it('is not reached by names that lead out', async () => {
    const sample = sampleHome({ libraryOutside: true });
    sample.order();
    const order = join(sample.home, 'wipe-order.jsonl');
    const evil = ['../outside.txt', 'videos/../../../beside/file', '/etc/hostname', 'keep me.bin'];
    const lines = readFileSync(order, 'utf8').trim().split('\n');
    const files = evil.map((path) => JSON.stringify({ path, kind: 'videos' }));
    writeFileSync(
      order,
      `${[...lines.slice(0, -1), ...files, JSON.stringify({ end: lines.length - 2 + evil.length })].join('\n')}\n`,
    );
    mkdirSync(join(sample.root, 'Movies'), { recursive: true });
    writeFileSync(join(sample.root, 'Movies/outside.txt'), 'x');
    const receipt = await wipe(sample);
    expect(strangersUnharmed(sample)).toBe(true);
    expect(existsSync(join(sample.root, 'Movies/outside.txt'))).toBe(true);
    expect(receipt.remaining).toEqual([]);
  });
});
