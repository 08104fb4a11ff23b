// What one page of the cloud's history means for this library. Adds and updates; never removes anything local, whatever a page says
// or leaves out. To be called inside a transaction.
import { isActive, type GenerationStatus } from '#shared/domain/generation-status.ts';
import type { CloudGeneration } from '#shared/gateway/generation.ts';
import { endCloudClip, type ToldClip, tellCloudClip } from '../database/cloud-clips.ts';
import type { Database } from '../database/database.ts';

export interface PageFacts {
  readonly accountId: string;
  readonly makeId: () => string;
}

export interface PageEffect {
  /** Clips of the library that the cloud holds longer, shorter or not any more. */
  library: number;
  /** Clips that only the cloud has. */
  onlyThere: number;
}

export function applyPage(
  db: Database,
  jobs: readonly CloudGeneration[],
  facts: PageFacts,
): PageEffect {
  const effect: PageEffect = { library: 0, onlyThere: 0 };
  for (const job of jobs) {
    if (isBuried(db, job)) continue;
    const known = findHere(db, job);
    if (known) effect.library += noteHeld(db, known, job) ? 1 : 0;
    if (known?.status === 'ready' || (known && isActive(known.status))) continue;
    effect.onlyThere += noteOnlyThere(db, job, facts) ? 1 : 0;
  }
  return effect;
}

function isBuried(db: Database, { id, idempotencyKey }: CloudGeneration): boolean {
  return (
    db.get(
      `select 1 from tombstone where (kind in ('cloud-job', 'cloud-copy') and reference = ?)
         or (kind in ('job-key', 'cloud-copy') and reference = ?)`,
      id,
      idempotencyKey,
    ) !== undefined
  );
}

interface HereRow {
  readonly sequence: number;
  readonly status: GenerationStatus;
  readonly cloud_id: string | null;
  readonly is_in_cloud: number;
  readonly cloud_expires_at: number | null;
}

/** The key was made here, or came with the clip; the cloud's id is known once it has answered. */
function findHere(db: Database, { id, idempotencyKey }: CloudGeneration): HereRow | undefined {
  const columns = 'sequence, status, cloud_id, is_in_cloud, cloud_expires_at';
  return (
    db.get<HereRow>(
      `select ${columns} from generation where idempotency_key = ?`,
      idempotencyKey,
    ) ?? db.get<HereRow>(`select ${columns} from generation where cloud_id = ?`, id)
  );
}

/** Whether and how long the cloud holds the result of a clip that has ended here. A job under way is the runner's affair. */
function noteHeld(db: Database, row: HereRow, job: CloudGeneration): boolean {
  if (isActive(row.status) || row.cloud_id !== job.id) return false;
  if (job.status !== 'succeeded' && job.status !== 'expired') return false;
  const isInCloud = job.status === 'succeeded' ? 1 : 0;
  const expiresAt = expiryOf(job);
  if (row.is_in_cloud === isInCloud && row.cloud_expires_at === expiresAt) return false;
  db.run(
    'update generation set is_in_cloud = ?, cloud_expires_at = ? where sequence = ?',
    isInCloud,
    expiresAt,
    row.sequence,
  );
  return true;
}

function noteOnlyThere(db: Database, job: CloudGeneration, facts: PageFacts): boolean {
  if (job.status === 'expired') return endCloudClip(db, job.id);
  const [first] = job.outputs;
  // what is not finished is told again when it is; a failed clip has nothing to fetch
  if (job.status !== 'succeeded' || !first) return false;
  return tellCloudClip(db, {
    id: facts.makeId() as ToldClip['id'],
    output_id: facts.makeId() as ToldClip['output_id'],
    account_id: facts.accountId,
    cloud_id: job.id,
    idempotency_key: job.idempotencyKey,
    kind: job.kind,
    model_id: job.modelId,
    prompt: job.prompt,
    parameters: JSON.stringify(job.parameters),
    credits_settled: job.credits.settled,
    size_bytes: job.outputs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    duration_ms: first.durationMs,
    width: first.width,
    height: first.height,
    created_at: Date.parse(job.createdAt),
    expires_at: expiryOf(job),
  });
}

function expiryOf({ expiresAt }: CloudGeneration): number | null {
  return expiresAt === null ? null : Date.parse(expiresAt);
}
