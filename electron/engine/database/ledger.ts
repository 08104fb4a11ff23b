// The network ledger: one row for every request that left the device. Written by the HTTP client alone.
import type { NetworkRequest } from '#shared/contract/data.ts';
import { isoTime } from '../clock.ts';
import type { Database } from './database.ts';

export interface LedgerEntry {
  readonly atMs: number;
  readonly method: string;
  readonly host: string;
  /** The route, with names in place of ids; no query. */
  readonly path: string;
  readonly purpose: string;
  readonly dataKinds: readonly string[];
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly status: number | null;
  readonly outcome: NetworkRequest['outcome'];
  readonly generationId: string | null;
  readonly durationMs: number;
}

/** Survives a crash of the process; not synced, since a poll every second would keep the disk busy. */
export function addLedgerEntry(db: Database, entry: LedgerEntry): void {
  db.relaxed(() =>
    db.run(
      `insert into network_request (at, method, host, path, purpose, data_kinds, bytes_sent, bytes_received, status,
         outcome, generation_id, duration_ms)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      entry.atMs,
      entry.method,
      entry.host,
      entry.path,
      entry.purpose,
      JSON.stringify(entry.dataKinds),
      entry.bytesSent,
      entry.bytesReceived,
      entry.status,
      entry.outcome,
      entry.generationId,
      entry.durationMs,
    ),
  );
}

interface LedgerRow extends Omit<LedgerEntry, 'dataKinds'> {
  readonly id: number;
  readonly dataKinds: string;
}

/** Newest first, before a given entry. */
export function listLedger(db: Database, beforeId: number | null, limit: number): NetworkRequest[] {
  return db
    .all<LedgerRow>(
      `select id, at as atMs, method, host, path, purpose, data_kinds as dataKinds, bytes_sent as bytesSent,
         bytes_received as bytesReceived, status, outcome, generation_id as generationId, duration_ms as durationMs
       from network_request where id < ? order by id desc limit ?`,
      beforeId ?? Number.MAX_SAFE_INTEGER,
      limit,
    )
    .map(({ atMs, dataKinds, ...row }) => ({
      ...row,
      at: isoTime(atMs),
      dataKinds: JSON.parse(dataKinds) as string[],
    }));
}

export interface LedgerSums {
  readonly requestCount: number;
  readonly hostCount: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

export function sumLedger(db: Database): LedgerSums {
  const row = db.get<LedgerSums>(
    `select count(*) as requestCount, count(distinct host) as hostCount,
       coalesce(sum(bytes_sent), 0) as bytesSent, coalesce(sum(bytes_received), 0) as bytesReceived
     from network_request`,
  );
  return row ?? { requestCount: 0, hostCount: 0, bytesSent: 0, bytesReceived: 0 };
}
