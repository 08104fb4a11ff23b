// The rows of one made-up clip that is finished: what the seed and the benchmarks share. No files.
import type { AssetId } from '#shared/domain/ids.ts';
import type { Database } from '../../engine/database/database.ts';
import { addEvent, insertGeneration } from '../../engine/database/generation-writes.ts';
import { insertOutput, type NewOutput } from '../../engine/database/output-writes.ts';

export interface SampleFile extends Pick<
  NewOutput,
  'filePath' | 'posterPath' | 'sha256' | 'sizeBytes' | 'width' | 'height' | 'durationMs'
> {}

export interface SampleClip {
  readonly id: string;
  readonly outputId: string;
  readonly prompt: string;
  readonly promptId: number;
  readonly aspect: string;
  /** Of reference images in the library. */
  readonly assetIds: readonly AssetId[];
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly file: SampleFile;
}

/** Returns its sequence. */
export function addSampleClip(db: Database, clip: SampleClip): number {
  const { id, atMs, file, assetIds } = clip;
  const sequence = insertGeneration(db, {
    id,
    idempotencyKey: `key-${id}`,
    draft: {
      kind: assetIds.length > 0 ? 'image-to-video' : 'text-to-video',
      modelId: 'kling-3.0-omni',
      prompt: clip.prompt,
      parameters: { duration: file.durationMs / 1000, aspect: clip.aspect, resolution: '720p' },
      images: assetIds.map((assetId) => ({ role: 'first-frame', assetId })),
      takes: 1,
      parentId: null,
    },
    model: { id: 'kling-3.0-omni', name: 'Kling 3.0 Omni', version: '1' },
    provider: 'sample',
    region: 'sample',
    promptId: clip.promptId,
    take: 1,
    takeCount: 1,
    quotedCredits: 30,
    trainingConsent: false,
    atMs,
  });
  insertOutput(db, {
    ...file,
    sequence,
    position: 0,
    id: clip.outputId,
    cloudId: null,
    mimeType: 'video/mp4',
    fps: 24,
    savedAtMs: atMs,
  });
  db.run(
    `update generation set status = 'ready', updated_at = ?, ended_at = ? where sequence = ?`,
    atMs,
    atMs,
    sequence,
  );
  addEvent(db, sequence, { atMs, type: 'saved', status: 'ready', note: '' });
  return sequence;
}
