import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemWithPath } from '../format/archive-path.ts';
import { type MediaRow, neededBytes, planExport } from './export-plan.ts';

const row = (change: Partial<MediaRow>): MediaRow => ({
  type: 'video',
  id: 'out1',
  filePath: 'videos/2026/11/2026-11-23 neon [k7f3q2].mp4',
  sizeBytes: 1000,
  sha256: 'a'.repeat(64),
  createdAt: 0,
  ...change,
});

describe('planExport', () => {
  it('keeps the names people know', () => {
    expect(planExport([row({})], true).media[0]?.archivePath).toBe(
      'media/videos/2026/11/2026-11-23 neon [k7f3q2].mp4',
    );
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'C:/x.mp4', 'videos\\x.mp4', 'a//b', 'nul.mp4', ''])(
    'leaves out %j and says so',
    (filePath) => {
      const plan = planExport([row({ filePath })], true);
      expect(plan.media).toEqual([]);
      expect(plan.missing).toEqual([
        { path: 'media/video-out1', type: 'video', id: 'out1', reason: 'unsafe-name' },
      ]);
    },
  );

  it('takes a file once that two rows share, whatever the case', () => {
    const plan = planExport(
      [row({}), row({ id: 'out2', filePath: row({}).filePath.toUpperCase() })],
      true,
    );
    expect(plan.media).toHaveLength(1);
  });

  it('says which media were not asked for', () => {
    const plan = planExport([row({})], false);
    expect(plan.media).toEqual([]);
    expect(plan.missing[0]?.reason).toBe('not-asked-for');
  });

  it('needs more room than the media alone', () => {
    const plan = planExport([row({})], true);
    expect(neededBytes(plan, 10)).toBeGreaterThan(plan.mediaBytes);
  });

  it('never plans a name that leads out of the folder', () => {
    fc.assert(
      fc.property(fc.string(), (filePath) => {
        for (const { archivePath } of planExport([row({ filePath })], true).media) {
          expect(archivePath.startsWith('media/')).toBe(true);
          expect(archivePath.split('/')).not.toContain('..');
          expect(problemWithPath(archivePath)).toBeNull();
        }
      }),
    );
  });
});
