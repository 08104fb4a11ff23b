// Which jobs changed since a cursor, and the end of results that are kept for a time only. Decides nothing about credits: an expired
// result was delivered.
import type { GatewayDatabase } from '../database/open-database.ts';
import { settingOnce } from '../database/setting.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import type { GenerationRow } from './generation-rows.ts';

interface ChangedRow extends GenerationRow {
  readonly change_seq: number;
}

export interface ChangedPage {
  readonly rows: readonly GenerationRow[];
  readonly nextCursor: string;
  readonly hasMore: boolean;
}

export interface GenerationHistory {
  /** A cursor of another folder, or one that this folder cannot have given, starts from the beginning. */
  page(accountId: string, cursor: string | undefined, limit: number): ChangedPage;
  /** Removes the results whose time is over. */
  expireDue(accountId: string): void;
  /** When the cloud removes the result of this job by itself. */
  expiresAt(row: GenerationRow): string | null;
}

export interface HistoryDeps {
  readonly database: GatewayDatabase;
  readonly outside: Pick<Outside, 'clock' | 'ids' | 'log'>;
  /** Milliseconds from the end of the job; `null` keeps results until they are erased. */
  readonly resultsKeptMs: number | null;
  /** Content that nothing refers to any more can go. */
  readonly onOrphan: () => Promise<void>;
}

export function createHistory(deps: HistoryDeps): GenerationHistory {
  const { database, outside, resultsKeptMs } = deps;
  const folderId = settingOnce(database, 'history-id', outside.ids);
  const changed = database.prepare<[string, number, number], ChangedRow>(
    `select g.*, c.seq as change_seq from generation_change c join generation g on g.id = c.generation_id
     where g.account_id = ? and c.seq > ? order by c.seq limit ?`,
  );
  const last = database.prepare<[], { seq: number }>(
    "select seq from sqlite_sequence where name = 'generation_change'",
  );
  const due = database.prepare<[string, string], { id: string }>(
    `select id from generation where account_id = ? and status = 'succeeded' and updated_at <= ?`,
  );
  const expire = database.prepare<[string, string]>(
    `update generation set status = 'expired', updated_at = ?, failure_code = 'output-expired',
       failure_message = 'The result was kept as long as promised and is gone.' where id = ?`,
  );
  const removeOutputs = database.prepare<[string]>('delete from output where generation_id = ?');

  function readCursor(cursor: string | undefined): number {
    const [id, text] = cursor?.split('.') ?? [];
    const after = Number(text);
    const isOurs = id === folderId && Number.isSafeInteger(after) && after >= 0;
    // given after a backup was made that this folder was brought back from
    return isOurs && after <= (last.get()?.seq ?? 0) ? after : 0;
  }

  return {
    page: (accountId, cursor, limit) => {
      const after = readCursor(cursor);
      const found = changed.all(accountId, after, limit + 1);
      const rows = found.slice(0, limit);
      return {
        rows,
        nextCursor: `${folderId}.${rows.at(-1)?.change_seq ?? after}`,
        hasMore: found.length > limit,
      };
    },
    expireDue: (accountId) => {
      if (resultsKeptMs === null) return;
      const before = new Date(outside.clock.now() - resultsKeptMs).toISOString();
      const ids = due.all(accountId, before).map(({ id }) => id);
      if (ids.length === 0) return;
      const at = isoNow(outside.clock);
      database.transaction(() => {
        for (const id of ids) {
          expire.run(at, id);
          removeOutputs.run(id);
        }
      })();
      deps.onOrphan().catch((error: unknown) =>
        // swept at the next start
        outside.log('expired content not swept', { error: String(error) }),
      );
    },
    expiresAt: (row) =>
      resultsKeptMs === null || row.status !== 'succeeded'
        ? null
        : new Date(Date.parse(row.updated_at) + resultsKeptMs).toISOString(),
  };
}
