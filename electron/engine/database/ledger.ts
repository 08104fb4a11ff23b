// The network ledger: one row for every request that left the device. Written by the HTTP client alone.
import type { NetworkRequest, Overview } from '#shared/contract/data.ts';
import { isoTime } from '../clock.ts';
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
const noDuration = -1;

/**
 * Notes a request before it leaves, so that no crash can hide it; what it returns notes how it ended. Survives a crash of the
 * process; not synced, since a poll every second would keep the disk busy.
 */
export function recordRequest(
  db: Database,
  request: LedgerRequest,
): (ending: LedgerEnding) => void {
  if (!db.connection.open) return () => undefined;
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
    db.run('update network_request set duration_ms = 0 where duration_ms = ?', noDuration),
  );
}

interface LedgerRow extends Omit<LedgerRequest, 'dataKinds'>, LedgerEnding {
  readonly id: number;
  readonly dataKinds: string;
}

/** Newest first, before a given entry; what is under way is not told yet. */
export function listLedger(db: Database, beforeId: number | null, limit: number): NetworkRequest[] {
  return db
    .all<LedgerRow>(
      `select id, at as atMs, method, host, path, purpose, data_kinds as dataKinds, bytes_sent as bytesSent,
         bytes_received as bytesReceived, status, outcome, generation_id as generationId, duration_ms as durationMs
       from network_request where id < ? and duration_ms <> ${noDuration} order by id desc limit ?`,
      beforeId ?? Number.MAX_SAFE_INTEGER,
      limit,
    )
    .map(({ atMs, dataKinds, ...row }) => ({
      ...row,
      at: isoTime(atMs),
      dataKinds: JSON.parse(dataKinds) as string[],
    }));
}

export type LedgerSums = Overview['network'];

/** Requests to this device itself did not leave it. */
const leaving =
  "host not like '127.0.0.1%' and host not like 'localhost%' and host not like '[::1]%'";

export function sumLedger(db: Database): LedgerSums {
  const sum = (condition: string) =>
    db.get<LedgerSums['left']>(
      `select count(*) as requestCount, count(distinct host) as hostCount,
         coalesce(sum(bytes_sent), 0) as bytesSent, coalesce(sum(bytes_received), 0) as bytesReceived
       from network_request where ${condition}`,
    ) ?? { requestCount: 0, hostCount: 0, bytesSent: 0, bytesReceived: 0 };
  return { requestCount: sum('true').requestCount, left: sum(leaving) };
}
