import { describe, expect, it } from 'vitest';
import type { EraseFacts } from './erase-facts.ts';
import { fingerprint, planErase, type PlanQuestion } from './plan-erase.ts';

const none = { count: 0, bytes: 0 };
const facts: EraseFacts = {
  clips: 4,
  videos: { count: 4, bytes: 190 },
  posters: { count: 4, bytes: 8 },
  sharedVideos: 0,
  prompts: 3,
  sharedPrompts: 1,
  keptPrompts: 1,
  assets: none,
  clipsOfAssets: 0,
  assetsOfClips: 2,
  draft: false,
  kept: null,
  ledger: 0,
  logs: none,
  backups: { count: 7, bytes: 70 },
  cloud: { clips: 1, records: 2, untilMs: Date.parse('2026-12-23T00:00:00Z') },
  underWay: 1,
};
const cloud = {
  name: 'Kling 5',
  region: 'Singapore',
  isOnDevice: false,
  provider: 'Kling',
  providerDays: 30,
};
const ask = (change: Partial<PlanQuestion> = {}) =>
  planErase({
    planId: 'p',
    where: 'both',
    facts,
    cloud,
    wasExported: true,
    isExporting: false,
    backups: null,
    ...change,
  });
const named = (rows: readonly { readonly what: string }[]) => rows.map(({ what }) => what);

describe('planErase', () => {
  it('counts what goes now, and tells the clips apart from the backups', () => {
    const plan = ask();
    expect(plan.totalBytes).toBe(268);
    expect([plan.clipCount, plan.clipBytes, plan.inCloudCount]).toEqual([4, 198, 1]);
    expect(plan.goneNow.find(({ kind }) => kind === 'backups')?.why).toContain('fresh');
    expect(named(plan.goneLater)).toEqual(['Clips and jobs in the cloud', 'Copies at Kling']);
    expect(plan.goneLater[1]?.why).toContain('30 days');
  });

  it('names everything that it does not reach, with the reason', () => {
    expect(named(ask({ isExporting: true }).notCovered)).toEqual([
      'Clips that are still being made',
      'Prompts that other clips use too',
      'Prompts kept by name',
      'Reference images of these clips',
      'An export under way',
      'Exported archives',
      'Backups and synced folders of other programs',
    ]);
  });

  it('keeps the other place where one is meant', () => {
    const here = ask({ where: 'here' });
    expect(here.goneLater).toEqual([]);
    expect(here.notCovered.find(({ what }) => what === 'Copies in the cloud')?.why).toBe(
      'Kling 5 keeps them until 2026-12-23, as you chose.',
    );
    const there = ask({ where: 'cloud' });
    // words of clips that only the cloud has are in the backups of this device
    expect(there.goneNow.map(({ kind }) => kind)).toEqual(['backups']);
    expect(there.totalBytes).toBe(facts.backups.bytes);
    expect(named(there.notCovered)).not.toContain('Prompts that other clips use too');
  });
});

it('has another fingerprint for other items and another place, and for nothing else', () => {
  const items = [{ kind: 'clip' as const, reference: 7 }];
  const same = fingerprint({ items, underWay: 0 }, 'both');
  expect(fingerprint({ items: [...items], underWay: 3 }, 'both')).toBe(same);
  expect(fingerprint({ items, underWay: 0 }, 'here')).not.toBe(same);
  const more = [...items, { kind: 'clip' as const, reference: 8 }];
  expect(fingerprint({ items: more, underWay: 0 }, 'both')).not.toBe(same);
});
