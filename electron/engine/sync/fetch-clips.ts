// Puts clips that only the cloud has into the queue, as jobs whose result is there already. From then on they are like any other job
// that is being downloaded: verified, resumed, looked up again when their address went stale.
import { type Parameters, parametersSchema } from '#shared/gateway/model.ts';
import type { ServiceDescription } from '#shared/gateway/service.ts';
import { transition, type GenerationStatus } from '#shared/domain/generation-status.ts';
import { type CloudClipRow, listOnlyThere, readCloudClip } from '../database/cloud-clips.ts';
import type { Database } from '../database/database.ts';
import { addEvent, applyEvent } from '../database/generation-writes.ts';
import { beginIncoming } from '../database/output-writes.ts';
import { usePrompt } from '../database/prompt-writes.ts';
import { givePlace } from '../database/queue-places.ts';
import { indexGeneration } from '../library/search-index.ts';

export interface FetchFacts {
  readonly service: ServiceDescription | null;
  readonly nowMs: number;
}

/** More than this wait in the cloud's list instead of the queue, and follow when these have come. */
const mostAtOnce = 200;

/** Returns the sequences of the jobs; those that go first come first. All of the account's without ids. */
export function fetchClips(
  db: Database,
  wanted: { readonly accountId: string; readonly ids: readonly string[] | null },
  facts: FetchFacts,
): number[] {
  const clips =
    wanted.ids === null
      ? listOnlyThere(db, { accountId: wanted.accountId, nowMs: facts.nowMs }, mostAtOnce)
      : wanted.ids.flatMap((id) => readCloudClip(db, 'id', id) ?? []);
  return db.transaction(() => clips.flatMap((clip) => fetchClip(db, clip, facts) ?? []));
}

function fetchClip(db: Database, clip: CloudClipRow, facts: FetchFacts): number | null {
  const known = db.get<{ readonly sequence: number; readonly status: GenerationStatus }>(
    'select sequence, status from generation where idempotency_key = ?',
    clip.idempotency_key,
  );
  const held = {
    cloudId: clip.cloud_id,
    isInCloud: true,
    cloudExpiresAtMs: clip.expires_at,
  };
  if (known && transition(known.status, 'refetched') === null) return null; // under way, or here
  if (known) {
    applyEvent(db, {
      sequence: known.sequence,
      event: 'refetched',
      atMs: facts.nowMs,
      change: { ...held, failure: null, cancelRequested: false },
    });
    beginIncoming(db, known.sequence, 0, clip.output_id);
    return known.sequence;
  }
  const sequence = insertFetched(db, clip, facts);
  // the same id as the picture that is here perhaps already
  beginIncoming(db, sequence, 0, clip.output_id);
  givePlace(db, sequence);
  addEvent(db, sequence, {
    atMs: facts.nowMs,
    type: 'rendered',
    status: 'downloading',
    note: 'Made elsewhere with the same account',
  });
  indexGeneration(db, sequence);
  return sequence;
}

function insertFetched(db: Database, clip: CloudClipRow, { service, nowMs }: FetchFacts): number {
  const model = service?.models.find(({ id }) => id === clip.model_id);
  const promptId = usePrompt(db, { text: clip.prompt, generationId: clip.id, atMs: nowMs });
  const { id: sequence } = db.run(
    `insert into generation (id, idempotency_key, kind, model_id, model_name, model_version, provider, region,
       prompt, prompt_id, parameters, take, take_count, parent_id, status, credits_quoted, credits_settled,
       cloud_id, is_in_cloud, cloud_expires_at, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1, null, 'downloading', ?, ?, ?, 1, ?, ?, ?)`,
    clip.id,
    clip.idempotency_key,
    clip.kind,
    clip.model_id,
    model?.name ?? clip.model_id,
    model?.version ?? '',
    service?.provider.name ?? '',
    service?.region.name ?? '',
    clip.prompt,
    promptId,
    JSON.stringify(readParameters(clip)),
    clip.credits_settled,
    clip.credits_settled,
    clip.cloud_id,
    clip.expires_at,
    clip.created_at,
    nowMs,
  );
  return sequence;
}

/** A row that somebody edited keeps nobody from the clip itself. */
function readParameters({ parameters }: CloudClipRow): Parameters {
  return parametersSchema.safeParse(JSON.parse(parameters)).data ?? {};
}
