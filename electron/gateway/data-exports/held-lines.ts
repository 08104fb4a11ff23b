// Everything that this gateway holds of an account, line by line. A table that holds something of a person has to be in here.
import type { HeldLine } from '#shared/gateway/data-export.ts';
import type { Account } from '#shared/gateway/service.ts';
import type { GatewayDatabase } from '../database/open-database.ts';

/** A row as SQLite gives it. */
type Content = Record<string, string | number | null>;

const jobColumns = `id, idempotency_key idempotencyKey, kind, model_id modelId, prompt, parameters, images,
  allows_training allowsTraining, take, status, settled_credits settledCredits,
  refunded_credits refundedCredits, created_at createdAt, updated_at updatedAt`;

/** The address of a result is left out: it would open it to whoever has the document. */
const outputColumns = `id, sha256, mime_type mimeType, size_bytes sizeBytes, width, height, duration_ms durationMs,
  fps, poster_sha256 posterSha256`;

const feedbackColumns = 'verdict, reason, at';

export function* heldLines(database: GatewayDatabase, account: Account): Generator<HeldLine> {
  const rows = (sql: string, value: string = account.id) =>
    database.prepare<[string], Content>(sql).all(value);
  yield { kind: 'account', id: account.id, content: { ...account } };
  for (const job of rows(
    `select ${jobColumns} from generation where account_id = ? order by seq`,
  )) {
    const id = textOf(job['id']);
    const outputs = rows(
      `select ${outputColumns} from output where generation_id = ? order by position`,
      id,
    );
    const [feedback] = rows(`select ${feedbackColumns} from feedback where generation_id = ?`, id);
    const { parameters, images, allowsTraining } = job;
    yield {
      kind: 'generation',
      id,
      content: {
        ...job,
        parameters: parse(parameters),
        images: parse(images),
        allowsTraining: allowsTraining === 1,
        outputs,
        feedback: feedback ?? null,
      },
    };
  }
  const media = 'sha256, size_bytes sizeBytes, mime_type mimeType, created_at createdAt';
  yield* toLines('asset', 'sha256', rows(`select ${media} from asset where account_id = ?`));
  yield* toLines('upload', 'id', rows(`select id, ${media} from upload where account_id = ?`));
  yield* toLines(
    'credit',
    'id',
    rows(
      `select id, at, type, amount, generation_id generationId from credit_entry
       where account_id = ? order by seq`,
    ),
  );
  yield* toLines(
    'erasure',
    'id',
    rows(
      `select id, key, state, requested_at requestedAt, erased_at erasedAt, backups_until backupsUntil
       from erasure where account_id = ? order by requested_at, id`,
    ),
  );
}

function* toLines(kind: HeldLine['kind'], key: string, rows: readonly Content[]) {
  for (const content of rows) yield { kind, id: textOf(content[key]), content };
}

function textOf(value: Content[string] | undefined): string {
  return String(value ?? '');
}

function parse(value: Content[string] | undefined): HeldLine['content'][string] {
  return JSON.parse(textOf(value)) as HeldLine['content'][string];
}
