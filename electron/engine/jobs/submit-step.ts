// Hands a job to the cloud, once. The status `submitting` is on disk before the request leaves; after any doubt the cloud is
// asked for the key before anything is sent again.
import { AppError } from '#shared/errors.ts';
import type { CloudGeneration } from '#shared/gateway/generation.ts';
import type { Parameters } from '#shared/gateway/model.ts';
import { readImages } from '../database/generation-reads.ts';
import type { GenerationRow } from '../database/generation-row.ts';
import { changeFromCloud } from './cloud-job.ts';
import { type JobRun, moveJob } from './job-context.ts';

/** The job with our key, as the cloud knows it; `null` when it has never seen the key. Never ends a job by throwing. */
export async function findByKey(run: JobRun, row: GenerationRow): Promise<CloudGeneration | null> {
  const page = await run.context.gateway
    .call('listGenerations', {
      query: { idempotencyKey: row.idempotency_key, limit: 2 },
      generationId: run.id,
      signal: run.signal,
    })
    .catch((thrown: unknown) => {
      throw stillOpen(thrown);
    });
  return page.items.find(({ idempotencyKey }) => idempotencyKey === row.idempotency_key) ?? null;
}

/** Whoever may not look does not know: the cloud may have the job, and it may cost something. */
function stillOpen(thrown: unknown): unknown {
  const isFinal = thrown instanceof AppError && !thrown.retryable && thrown.code !== 'cancelled';
  if (!isFinal) return thrown;
  const { message, details } = thrown;
  return new AppError('cloud-unavailable', message, { retryable: true, details, cause: thrown });
}

/** `isCertain`: nothing can have been sent for this job before. */
export async function submit(run: JobRun, row: GenerationRow, isCertain: boolean): Promise<void> {
  const known = isCertain ? null : await findByKey(run, row);
  const generation = known ?? (await send(run, row));
  accept(run, generation, known ? 'found by its key' : '');
}

export function accept(run: JobRun, generation: CloudGeneration, note: string): void {
  moveJob(run.context, run.sequence, 'accepted', { change: changeFromCloud(generation), note });
}

/** Has no signal: a request that may cost something is never dropped halfway. */
function send({ context, sequence, id }: JobRun, row: GenerationRow): Promise<CloudGeneration> {
  return context.gateway.call('createGeneration', {
    headers: { 'Idempotency-Key': row.idempotency_key },
    generationId: id,
    body: {
      kind: row.kind,
      modelId: row.model_id,
      prompt: row.prompt,
      parameters: JSON.parse(row.parameters) as Parameters,
      images: readImages(context.db, sequence).map(({ role, sha256 }) => ({ role, sha256 })),
      consents: { training: row.training_consent === 1 },
      take: row.take,
      destination: { provider: row.provider, region: row.region },
    },
  });
}
