import { expect, it } from 'vitest';
import { generationIdSchema } from '#shared/domain/ids.ts';
import type { JobSection } from './queue-sections.ts';
import { shareSections } from './share-sections.ts';

const section = (id: string, ...names: readonly string[]): JobSection => ({
  id,
  title: id,
  note: String(names.length),
  rows: names.map((name) => ({
    id: generationIdSchema.parse(`row0000${name.slice(0, 1)}`),
    isActive: true,
    isQueued: false,
    name,
  })),
});

it('keeps everything where nothing changed', () => {
  const before = [section('running', 'a'), section('waiting', 'b', 'c')];
  expect(shareSections(before, structuredClone(before))).toBe(before);
});

it('keeps the rows that moved up, and the sections beside', () => {
  const before = [section('failed', 'x'), section('waiting', 'a', 'b', 'c')];
  const after = shareSections(before, [section('failed', 'x'), section('waiting', 'b', 'c')]);
  expect(after).not.toBe(before);
  expect(after[0]).toBe(before[0]);
  expect(after[1]?.rows[0]).toBe(before[1]?.rows[1]);
  expect(after[1]?.rows).toHaveLength(2);
});

it('takes a row anew whose name changed', () => {
  const before = [section('running', 'a, Sending', 'b')];
  const after = shareSections(before, [section('running', 'a, Rendering', 'b')]);
  expect(after[0]?.rows[0]?.name).toBe('a, Rendering');
  expect(after[0]?.rows[1]).toBe(before[0]?.rows[1]);
});
