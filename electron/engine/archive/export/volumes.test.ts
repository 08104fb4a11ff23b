import { expect, it } from 'vitest';
import type { ExportPlan } from './export-plan.ts';
import { divide, overheadBytes, volumeName } from './volumes.ts';

const planOf = (...sizes: number[]): ExportPlan => ({
  media: sizes.map((sizeBytes, index) => ({
    type: 'video',
    id: `out${index}`,
    filePath: `videos/${index}.mp4`,
    archivePath: `media/videos/${index}.mp4`,
    sizeBytes,
    sha256: null,
    createdAt: 0,
  })),
  missing: [],
  mediaBytes: sizes.reduce((sum, size) => sum + size, 0),
});

it('gives each file to one part, and tells the others where it is not', () => {
  const plan = planOf(600, 300, 200, 900);
  const parts = divide(plan, overheadBytes(50, plan) + 1000, 50);
  expect(parts.map(({ media }) => media.map(({ id }) => id))).toEqual([
    ['out0', 'out1'],
    ['out2'],
    ['out3'],
  ]);
  for (const { media, missing, mediaBytes } of parts) {
    expect(media.length + missing.length).toBe(4);
    expect(mediaBytes).toBeLessThanOrEqual(1000);
    expect(missing.every(({ reason }) => reason === 'other-part')).toBe(true);
  }
});

it('refuses parts that the largest file does not fit into', () => {
  const plan = planOf(5_000_000);
  expect(() => divide(plan, 4_000_000, 10)).toThrow('Parts cannot be smaller than 5.3 MB here.');
});

it('is one part without media, and numbers more by how many there are', () => {
  expect(divide(planOf(), 10_000_000, 10)).toHaveLength(1);
  expect(volumeName('/x/All.zip', 1, 1)).toBe('/x/All.zip');
  expect(volumeName('/x/All.zip', 2, 12)).toBe('/x/All part 02 of 12.zip');
});
