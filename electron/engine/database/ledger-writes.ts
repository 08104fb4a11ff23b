// The network ledger: one row for every request that left the device. Written by the HTTP client alone.
import type { NetworkRequest } from '#shared/contract/data.ts';
import { AppError } from '#shared/errors.ts';
import type { Database } from './database.ts';

export interface LedgerRequest {
  readonly atMs: number;
  readonly method: string;
  readonly host: string;
  /** The route, with names in place of ids; no query. */
  readonly path: string;
  readonly purpose: string;
  readonly dataKinds: readonly string[];
  readonly bytesSent: number;
  readonly generationId: string | null;
}
export interface LedgerEnding {
  readonly bytesReceived: number;
  readonly status: number | null;
  readonly outcome: NetworkRequest['outcome'];
  readonly durationMs: number;
}

/** Of a request that has not ended. */
export const noDuration = -1;

/**
 * Notes a request before it leaves, so that no crash can hide it; what it returns notes how it ended. Survives a crash of the
 * process; not synced, since a poll every second would keep the disk busy. Throws `cancelled` where nothing can be noted any more: what
 * is not in the ledger must not leave.
 */
export function recordRequest(
  db: Database,
  request: LedgerRequest,
): (ending: LedgerEnding) => void {
  if (!db.connection.open) throw new AppError('cancelled', 'The engine has ended.');
  const { id } = db.relaxed(() =>
    db.run(
      `insert into network_request (at, method, host, path, purpose, data_kinds, bytes_sent, bytes_received, status,
         outcome, generation_id, duration_ms)
       values (?, ?, ?, ?, ?, ?, ?, 0, null, 'failed', ?, ?)`,
      request.atMs,
      request.method,
      request.host,
      request.path,
      request.purpose,
      JSON.stringify(request.dataKinds),
      request.bytesSent,
      request.generationId,
      noDuration,
    ),
  );
  return (ending) => {
    if (!db.connection.open) return;
    db.relaxed(() =>
      db.run(
        `update network_request set bytes_received = ?, status = ?, outcome = ?, duration_ms = ?
         where id = ?`,
        ending.bytesReceived,
        ending.status,
        ending.outcome,
        ending.durationMs,
        id,
      ),
    );
  };
}

/** Requests that a crash cut off were sent, and no answer was seen. */
export function endAbandonedRequests(db: Database): void {
  db.relaxed(() =>
    // not as a value that is bound: the index holds those with this very number
    db.run(`update network_request set duration_ms = 0 where duration_ms = ${noDuration}`),
  );
}

/** Forgets requests that are older; answers with how many. */
export function pruneLedger(db: Database, beforeMs: number): number {
  const { changes } = db.run(
    `delete from network_request where at < ? and duration_ms <> ${noDuration}`,
    beforeMs,
  );
  return changes;
}
