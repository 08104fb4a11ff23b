// The rows of one made-up clip that has ended: what the seed and the benchmarks share. No files.
import type { AssetId } from '#shared/domain/ids.ts';
import type { Database } from '../../engine/database/database.ts';
import { addEvent, insertUnindexed } from '../../engine/database/generation-writes.ts';
import { insertOutput, type NewOutput } from '../../engine/database/output-writes.ts';
import { indexGeneration } from '../../engine/library/search-index.ts';
import { takePlace } from '../../engine/database/queue-places.ts';

export interface SampleFile extends Pick<
  NewOutput,
  'filePath' | 'posterPath' | 'sha256' | 'sizeBytes' | 'width' | 'height' | 'durationMs' | 'fps'
> {}

export interface SampleModel {
  readonly id: string;
  readonly name: string;
}

export interface SampleClip {
  readonly id: string;
  readonly outputId: string;
  readonly prompt: string;
  readonly promptId: number;
  readonly model?: SampleModel;
  readonly aspect: string;
  readonly take?: number;
  readonly takeCount?: number;
  /** Of reference images in the library. */
  readonly assetIds: readonly AssetId[];
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly file: SampleFile;
  /** The caller adds title, notes or tags and indexes it. */
  readonly hasMoreWords?: boolean;
  /** Without a result. */
  readonly ending?: 'failed' | 'refused' | 'cancelled';
}

const usualModel: SampleModel = { id: 'kling-3.0-omni', name: 'Kling 3.0 Omni' };
const price = 30;

/** Returns its sequence. */
export function addSampleClip(db: Database, clip: SampleClip): number {
  const { id, atMs, file, assetIds, model = usualModel, take = 1, takeCount = 1 } = clip;
  const sequence = insertUnindexed(db, {
    id,
    idempotencyKey: `key-${id}`,
    draft: {
      kind: assetIds.length > 0 ? 'image-to-video' : 'text-to-video',
      prompt: clip.prompt,
      parameters: { duration: file.durationMs / 1000, aspect: clip.aspect, resolution: '720p' },
      images: assetIds.map((assetId) => ({ role: 'first-frame', assetId })),
      parentId: null,
      savedPromptId: null,
    },
    sourceSha256: null,
    model: { ...model, version: '1' },
    provider: 'sample',
    region: 'sample',
    promptId: clip.promptId,
    take,
    takeCount,
    quotedCredits: price,
    trainingConsent: false,
    atMs,
  });
  takePlace(db, sequence);
  if (clip.ending === undefined) finish(db, sequence, clip);
  else end(db, sequence, { atMs, status: clip.ending });
  if (!clip.hasMoreWords) indexGeneration(db, sequence);
  return sequence;
}

function finish(db: Database, sequence: number, { outputId, atMs, file }: SampleClip): void {
  insertOutput(db, {
    ...file,
    sequence,
    position: 0,
    id: outputId,
    cloudId: null,
    mimeType: 'video/mp4',
    savedAtMs: atMs,
  });
  db.run(
    `update generation set status = 'ready', credits_settled = ${price}, updated_at = ?, ended_at = ? where sequence = ?`,
    atMs,
    atMs,
    sequence,
  );
  addEvent(db, sequence, { atMs, type: 'saved', status: 'ready', note: '' });
}

interface Ending {
  readonly atMs: number;
  readonly status: NonNullable<SampleClip['ending']>;
}

function end(db: Database, sequence: number, { atMs, status }: Ending): void {
  const code = { failed: 'render-failed', refused: 'policy-refused', cancelled: null }[status];
  db.run(
    `update generation set status = ?, failure_code = ?, failure_message = ?, credits_refunded = ?, updated_at = ?, ended_at = ?
     where sequence = ?`,
    status,
    code,
    code === null ? null : 'Made up by the seed.',
    code === null ? 0 : price,
    atMs,
    atMs,
    sequence,
  );
  addEvent(db, sequence, { atMs, type: status, status, note: '' });
}
