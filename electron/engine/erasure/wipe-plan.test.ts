import { describe, expect, it } from 'vitest';
import type { InventoryRow } from '#shared/contract/data.ts';
import { planWipe } from './wipe-plan.ts';

const row = (kind: InventoryRow['kind'], count: number, bytes: number, inCloudCount = 0) => ({
  kind,
  count,
  bytes,
  inCloudCount,
  cloudUntil: null,
});
const facts = {
  inventory: [
    row('videos', 3, 3000, 2),
    row('logs', 1, 10),
    row('prompts', 2, 0),
    row('incoming', 0, 0),
  ],
  cloud: null,
  exportCount: 1,
  former: [],
};

describe('planWipe', () => {
  it('lists what there is and leaves out what there is not', () => {
    const plan = planWipe(facts);
    expect(plan.goneNow.map(({ kind }) => kind)).toEqual(['videos', 'logs', 'prompts']);
    expect(plan.totalBytes).toBe(3010);
  });

  it('says what it cannot reach, and why', () => {
    const { notCovered } = planWipe(facts);
    expect(notCovered.map(({ what }) => what)).toContain('Exported archives');
    expect(notCovered.every(({ why }) => why.endsWith('.'))).toBe(true);
  });

  it('names the folder of the backups, with how many are in it', () => {
    const backups = { label: 'Drive / Safe', count: 3 };
    expect(planWipe({ ...facts, backups }).notCovered).toContainEqual(
      expect.objectContaining({ what: 'Backups in Drive / Safe', count: 3 }),
    );
  });

  it('names a cloud that is elsewhere with what it holds', () => {
    expect(planWipe(facts).goneLater).toEqual([]);
    const cloud = { name: 'Kling', region: 'Singapore' };
    expect(planWipe({ ...facts, cloud }).goneLater).toMatchObject([{ count: 2 }]);
  });

  it('has another id when a clip came, and the same when only the log grew', () => {
    const { planId } = planWipe(facts);
    const more = [row('videos', 4, 4000), ...facts.inventory.slice(1)];
    expect(planWipe({ ...facts, inventory: more }).planId).not.toBe(planId);
    const chatty = facts.inventory.map((item) =>
      item.kind === 'logs' ? row('logs', 2, 99) : item,
    );
    expect(planWipe({ ...facts, inventory: chatty }).planId).toBe(planId);
  });
});
