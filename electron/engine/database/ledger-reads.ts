// What the network ledger says: its rows as a filter wants them, and sums of them by destination.
import type { LedgerFilter, LedgerSum, NetworkRequest, Overview } from '#shared/contract/data.ts';
import { isoTime } from '../clock.ts';
import type { Database, SqlValue } from './database.ts';
import { type LedgerEnding, type LedgerRequest, noDuration } from './ledger-writes.ts';

interface LedgerRow extends Omit<LedgerRequest, 'dataKinds'>, LedgerEnding {
  readonly id: number;
  readonly dataKinds: string;
}

interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** What is under way is not told yet. */
function conditionOf(filter: LedgerFilter): Condition {
  const parts = [`duration_ms <> ${noDuration}`];
  const values: SqlValue[] = [];
  const add = (sql: string, value: SqlValue | undefined) => {
    if (value === undefined) return;
    parts.push(sql);
    values.push(value);
  };
  add('host = ?', filter.host);
  add('outcome = ?', filter.outcome);
  add('generation_id = ?', filter.generationId);
  add('at >= ?', filter.from === undefined ? undefined : Date.parse(filter.from));
  add('at < ?', filter.until === undefined ? undefined : Date.parse(filter.until));
  const words = filter.words?.trim() ?? '';
  if (words !== '') {
    add(
      "instr(lower(purpose || ' ' || host || ' ' || data_kinds || ' ' || path), ?) > 0",
      words.toLowerCase(),
    );
  }
  return { sql: parts.join(' and '), values };
}

/** Newest first, before a given entry. */
export function listLedger(
  db: Database,
  filter: LedgerFilter,
  beforeId: number | null,
  limit: number,
): NetworkRequest[] {
  const { sql, values } = conditionOf(filter);
  return db
    .all<LedgerRow>(
      `select id, at as atMs, method, host, path, purpose, data_kinds as dataKinds, bytes_sent as bytesSent,
         bytes_received as bytesReceived, status, outcome, generation_id as generationId, duration_ms as durationMs
       from network_request where id < ? and ${sql} order by id desc limit ?`,
      beforeId ?? Number.MAX_SAFE_INTEGER,
      ...values,
      limit,
    )
    .map(({ atMs, dataKinds, ...row }) => ({
      ...row,
      at: isoTime(atMs),
      dataKinds: JSON.parse(dataKinds) as string[],
    }));
}

interface SumRow extends Omit<LedgerSum, 'purposes' | 'lastAt'> {
  readonly purposes: string;
  readonly lastAtMs: number;
}

/** By destination, the most talked to first. */
export function sumLedgerByHost(db: Database, filter: LedgerFilter): LedgerSum[] {
  const { sql, values } = conditionOf(filter);
  return db
    .all<SumRow>(
      `select host, count(*) as requestCount, sum(bytes_sent) as bytesSent, sum(bytes_received) as bytesReceived,
         sum(outcome <> 'ok') as failedCount, json_group_array(distinct purpose) as purposes, max(at) as lastAtMs
       from network_request where ${sql} group by host order by requestCount desc, host`,
      ...values,
    )
    .map(({ purposes, lastAtMs, ...row }) => ({
      ...row,
      purposes: JSON.parse(purposes) as string[],
      lastAt: isoTime(lastAtMs),
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
