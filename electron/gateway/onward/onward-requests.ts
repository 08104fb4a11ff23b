// Keeps what the gateway asked of a provider until the app has taken it over. Must not keep it any longer.
import type { OnwardRequest } from '#shared/gateway/onward.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import { settingOnce } from '../database/setting.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import type { RecordOnward } from './recording-fetch.ts';

export interface OnwardPage {
  readonly items: OnwardRequest[];
  readonly nextCursor: string;
  readonly hasMore: boolean;
}

export interface OnwardRequests {
  readonly record: RecordOnward;
  /** From the cursor on; forgets what lies before it. A cursor of another folder starts from the beginning. */
  list(cursor: string | undefined, limit: number): OnwardPage;
}

interface Row {
  readonly ended_seq: number;
  readonly at: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly purpose: string;
  readonly data_kinds: string;
  readonly bytes_sent: number;
  readonly bytes_received: number;
  readonly status: number | null;
  readonly outcome: OnwardRequest['outcome'];
  readonly duration_ms: number;
  readonly generation_id: string | null;
}

export function createOnwardRequests(
  database: GatewayDatabase,
  outside: Pick<Outside, 'clock' | 'ids'>,
): OnwardRequests {
  const folderId = settingOnce(database, 'onward-id', outside.ids);
  const insert = database.prepare(
    `insert into onward_request (at, method, host, path, purpose, data_kinds, bytes_sent, generation_id)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const nextEnd = '(select coalesce(max(ended_seq), 0) + 1 from onward_request)';
  const update = database.prepare(
    `update onward_request set ended_seq = max(${nextEnd}, ?), status = ?, outcome = ?,
       bytes_received = ?, duration_ms = ? where seq = ? and ended_seq is null`,
  );
  const forget = database.prepare<[number]>('delete from onward_request where ended_seq <= ?');
  const page = database.prepare<[number, number], Row>(
    'select * from onward_request where ended_seq > ? order by ended_seq limit ?',
  );
  /** The last end that was forgotten: a number is never given twice. */
  let forgotten = Number(settingOnce(database, 'onward-forgotten', () => '0'));
  const keepForgotten = database.prepare<[string]>(
    "update setting set value = ? where name = 'onward-forgotten'",
  );
  // cut off together with an earlier process
  for (const { seq } of database
    .prepare<[], { seq: number }>('select seq from onward_request where ended_seq is null')
    .all()) {
    update.run(forgotten + 1, null, 'failed', 0, 0, seq);
  }

  function readCursor(cursor: string | undefined): number {
    const [id, seq] = cursor?.split('.') ?? [];
    const after = Number(seq);
    return id === folderId && Number.isSafeInteger(after) ? after : 0;
  }

  const acknowledge = database.transaction((after: number) => {
    if (after <= forgotten) return;
    forget.run(after);
    keepForgotten.run(String(after));
    forgotten = after;
  });

  return {
    record: (start) => {
      if (!database.open) return () => undefined;
      const { lastInsertRowid } = insert.run(
        isoNow(outside.clock),
        start.method,
        start.host,
        start.path,
        start.purpose,
        JSON.stringify(start.dataKinds),
        start.bytesSent,
        start.generationId,
      );
      return ({ status, outcome, bytesReceived, durationMs }) => {
        if (!database.open) return;
        update.run(forgotten + 1, status, outcome, bytesReceived, durationMs, lastInsertRowid);
      };
    },
    list: (cursor, limit) => {
      const after = readCursor(cursor);
      acknowledge(after);
      const rows = page.all(after, limit + 1);
      const shown = rows.slice(0, limit);
      return {
        items: shown.map(toRequest),
        nextCursor: `${folderId}.${shown.at(-1)?.ended_seq ?? after}`,
        hasMore: rows.length > limit,
      };
    },
  };
}

function toRequest(row: Row): OnwardRequest {
  return {
    at: row.at,
    method: row.method,
    host: row.host,
    path: row.path,
    purpose: row.purpose,
    dataKinds: JSON.parse(row.data_kinds) as string[],
    bytesSent: row.bytes_sent,
    bytesReceived: row.bytes_received,
    status: row.status,
    outcome: row.outcome,
    durationMs: row.duration_ms,
    generationId: row.generation_id,
  };
}
