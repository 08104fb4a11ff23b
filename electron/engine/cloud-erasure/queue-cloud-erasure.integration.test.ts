import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTarget, type Target } from '../archive/testing/import-target.ts';
import { createIds } from '../ids.ts';
import { cloudSubjectsOf, queueCloudErasure } from './queue-cloud-erasure.ts';

let target: Target;
const ids = createIds();
const makeId = () => ids.make();
const atMs = Date.parse('2026-11-26T12:00:00Z');
const count = (table: string) =>
  target.db.get<{ n: number }>(`select count(*) as n from ${table}`)?.n;

beforeEach(() => {
  target = openTarget();
});
afterEach(() => target.remove());

function addClip(sequence: number, cloudId: string | null): void {
  target.db.run(
    `insert into generation (sequence, id, idempotency_key, kind, model_id, model_name, model_version, provider,
       region, prompt, parameters, take, take_count, status, cloud_id, created_at, updated_at)
     values (?, ?, ?, 'text-to-video', 'm', 'M', '1', 'p', 'r', 'words', '{}', 1, 1, 'ready', ?, 1, 1)`,
    sequence,
    `clip${sequence}`,
    `key${sequence}`,
    cloudId,
  );
}

it('asks by the cloud’s id, and by the key where that never arrived', () => {
  addClip(1, 'cloud-1');
  addClip(2, null);
  expect(cloudSubjectsOf(target.db, [1, 2, 3])).toEqual([
    { type: 'generation', id: 'cloud-1' },
    { type: 'generation-key', idempotencyKey: 'key2' },
  ]);
});

it('asks for the copy of a video that was sent to go on from, from either side, unless a job needs it', () => {
  const sha256 = 'a'.repeat(64);
  addClip(1, 'cloud-1');
  addClip(2, 'cloud-2');
  target.db.run(
    `insert into output (generation_sequence, position, id, file_path, mime_type, sha256, size_bytes, width, height,
       duration_ms, fps, saved_at) values (1, 0, 'out1', 'videos/1.mp4', 'video/mp4', ?, 1, 1, 1, 1, 24, 1)`,
    sha256,
  );
  const copies = (sequence: number) =>
    cloudSubjectsOf(target.db, [sequence]).filter(({ type }) => type === 'asset');
  expect(copies(1)).toEqual([]);
  target.db.run('update generation set source_sha256 = ? where sequence = 2', sha256);
  expect([copies(1), copies(2)]).toEqual([
    [{ type: 'asset', sha256 }],
    [{ type: 'asset', sha256 }],
  ]);
  target.db.run(`update generation set status = 'queued' where sequence = 2`);
  expect(copies(1)).toEqual([]);
});

it('keeps outbox row and tombstones with the change that they belong to, or none of them', () => {
  addClip(1, 'cloud-1');
  const erase = (isCut: boolean) =>
    target.db.transaction(() => {
      queueCloudErasure(target.db, { subjects: cloudSubjectsOf(target.db, [1]), atMs, makeId });
      target.db.run('delete from generation where sequence = 1');
      if (isCut) throw new Error('power cut');
    });
  expect(() => erase(true)).toThrow('power cut');
  expect([count('generation'), count('erasure'), count('tombstone')]).toEqual([1, 0, 0]);
  erase(false);
  expect([count('generation'), count('erasure')]).toEqual([0, 1]);
  expect(target.db.all('select kind, reference from tombstone order by kind')).toEqual([
    { kind: 'cloud-copy', reference: 'cloud-1' },
    { kind: 'cloud-job', reference: 'cloud-1' },
    { kind: 'job-key', reference: 'key1' },
  ]);
});

it('makes requests of a size that the cloud takes, and none for nothing', () => {
  const subjects = Array.from({ length: 2001 }, (_, number) => ({
    type: 'generation' as const,
    id: `cloud-${number}`,
  }));
  expect(queueCloudErasure(target.db, { subjects, atMs, makeId })).toHaveLength(3);
  expect(queueCloudErasure(target.db, { subjects: [], atMs, makeId })).toEqual([]);
  const sizes = target.db.all<{ size: number }>(
    'select json_array_length(subjects) as size from erasure order by size',
  );
  expect(sizes.map(({ size }) => size)).toEqual([1, 1000, 1000]);
});
