// What people say of results: one verdict per job, kept until the job or the verdict is erased. It is passed on to nobody.
import type { Feedback, FeedbackRequest } from '#shared/gateway/feedback.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import type { GenerationRows } from '../generations/generation-rows.ts';
import { notFound, Refusal } from '../refusal.ts';

export interface FeedbackBook {
  /** A second one replaces the first. */
  put(accountId: string, generationId: string, request: FeedbackRequest): Feedback;
  /** In the transaction of an erasure. Whether there was one. */
  erase(accountId: string, generationId: string): boolean;
}

export interface FeedbackDeps {
  readonly database: GatewayDatabase;
  readonly rows: Pick<GenerationRows, 'byId'>;
  readonly outside: Pick<Outside, 'clock'>;
  /** In the transaction: prepared documents do not say it. */
  readonly forgetDataExports: (accountId: string) => void;
}

interface Row {
  readonly generation_id: string;
  readonly verdict: Feedback['verdict'];
  readonly reason: Feedback['reason'];
  readonly at: string;
}

export function createFeedbackBook(deps: FeedbackDeps): FeedbackBook {
  const { database, rows, outside } = deps;
  const write = database.prepare<[string, string, string, string | null, string], Row>(
    `insert into feedback (generation_id, account_id, verdict, reason, at) values (?, ?, ?, ?, ?)
     on conflict (generation_id) do update set verdict = excluded.verdict, reason = excluded.reason, at = excluded.at
     returning generation_id, verdict, reason, at`,
  );
  const remove = database.prepare<[string, string]>(
    'delete from feedback where account_id = ? and generation_id = ?',
  );
  const put = database.transaction((accountId: string, id: string, request: FeedbackRequest) => {
    const job = rows.byId(accountId, id);
    if (!job) throw notFound('generation');
    // the result of an expired one was there
    if (job.status !== 'succeeded' && job.status !== 'expired') {
      throw new Refusal('forbidden', 'Only a finished clip can be rated.');
    }
    deps.forgetDataExports(accountId);
    return write.get(id, accountId, request.verdict, request.reason, isoNow(outside.clock));
  });
  return {
    put: (accountId, id, request) => {
      const row = put.immediate(accountId, id, request);
      if (!row) throw notFound('generation');
      return {
        generationId: row.generation_id,
        verdict: row.verdict,
        reason: row.reason,
        at: row.at,
      };
    },
    erase: (accountId, id) => remove.run(accountId, id).changes > 0,
  };
}
