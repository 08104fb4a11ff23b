// Hands a job to the cloud, once. The status `submitting` is on disk before the request leaves; after any doubt the cloud is
// asked for the key before anything is sent again.
import { AppError } from '#shared/errors.ts';
import { isGenerated } from '#shared/domain/clip-kind.ts';
import type { CloudGeneration } from '#shared/gateway/generation.ts';
import type { Parameters } from '#shared/gateway/model.ts';
import { invalidAnswer } from '../cloud/cloud-errors.ts';
import { readImages } from '../database/generation-reads.ts';
import { type GenerationRow, readParameters } from '../database/generation-row.ts';
import { updateGeneration } from '../database/generation-writes.ts';
import { changeFromCloud } from './cloud-job.ts';
import { type JobRun, moveJob, readJob } from './job-context.ts';

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
  accept(run, row, generation, known ? 'found by its key' : '');
}

/** Takes the cloud's word that it has the job, when it is this one. */
export function accept(
  run: JobRun,
  row: GenerationRow,
  generation: CloudGeneration,
  note: string,
): void {
  if (generation.idempotencyKey !== row.idempotency_key) {
    throw invalidAnswer('createGeneration', 'a job with another key');
  }
  if (!isSameWish(row, generation)) {
    throw new AppError('key-conflict', 'The cloud has another job under this key.');
  }
  moveJob(run.context, run.sequence, 'accepted', { change: changeFromCloud(generation), note });
}

function isSameWish(row: GenerationRow, generation: CloudGeneration): boolean {
  const ours = readParameters(row);
  const isOther = ([name, value]: [string, Parameters[string]]) =>
    name in ours && ours[name] !== value;
  return (
    generation.kind === row.kind &&
    generation.modelId === row.model_id &&
    generation.prompt === row.prompt &&
    !Object.entries(generation.parameters).some(isOther)
  );
}

/** Has no signal: a request that may cost something is never dropped halfway. */
function send({ context, sequence, id }: JobRun, row: GenerationRow): Promise<CloudGeneration> {
  if (!isGenerated(row.kind)) {
    throw new AppError('conflict', 'An imported video is never sent.');
  }
  return context.gateway.call('createGeneration', {
    headers: { 'Idempotency-Key': row.idempotency_key },
    generationId: id,
    body: {
      kind: row.kind,
      modelId: row.model_id,
      prompt: row.prompt,
      // as they are: what cannot be sent is refused, not made into something else
      parameters: JSON.parse(row.parameters) as Parameters,
      images: readImages(context.db, sequence).map(({ role, sha256 }) => ({ role, sha256 })),
      ...(row.source_sha256 === null ? {} : { sourceVideo: { sha256: row.source_sha256 } }),
      consents: { training: row.training_consent === 1 },
      take: row.take,
      destination: { provider: row.provider, region: row.region },
    },
  });
}

/** A row that says that the cloud has it, without a cloud id was edited or damaged; the key still finds the job. */
export async function recoverCloudId(run: JobRun): Promise<string> {
  const known = await findByKey(run, readJob(run));
  if (!known) throw new AppError('cloud-rejected', 'The cloud does not know this job.');
  const { context, sequence } = run;
  updateGeneration(context.db, sequence, changeFromCloud(known), context.clock.now());
  return known.id;
}
