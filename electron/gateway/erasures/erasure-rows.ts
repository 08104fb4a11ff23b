// Erasures in the database, and how they look to clients. Decides nothing.
import { z } from 'zod';
import type { Erasure, ErasureReceipt } from '#shared/gateway/erasure.ts';
import type { GatewayDatabase } from '../database/open-database.ts';

export interface ErasureRow {
  readonly id: string;
  readonly key: string;
  readonly request_digest: string;
  readonly state: 'accepted' | 'confirmed';
  /** JSON of numbers by what was erased. */
  readonly counts: string;
  readonly requested_at: string;
  readonly erased_at: string | null;
}

const retained: ErasureReceipt['retained'] = [
  {
    what: 'Credit ledger',
    why: 'Amounts and dates, so that the balance stays right. Nothing in it says what was made.',
    until: null,
  },
  {
    what: 'Erasure receipts',
    why: 'So that this deletion can be confirmed again.',
    until: null,
  },
  {
    what: 'Digests of erased ids',
    why: 'So that what was erased cannot come back.',
    until: null,
  },
  {
    what: 'Access log',
    why: 'Times, addresses and sizes of requests, on this device, until newer ones replace them.',
    until: null,
  },
];

const countsSchema = z.record(z.string(), z.number());

export type ErasureRows = ReturnType<typeof createErasureRows>;

export function createErasureRows(database: GatewayDatabase) {
  const byKey = database.prepare<[string, string], ErasureRow>(
    'select * from erasure where account_id = ? and key = ?',
  );
  const accepted = database.prepare<[], ErasureRow>(
    `select * from erasure where state = 'accepted'`,
  );
  const insert = database.prepare<[string, string, string, string, string, string]>(
    `insert into erasure(id, account_id, key, request_digest, state, counts, requested_at)
     values (?, ?, ?, ?, 'accepted', ?, ?)`,
  );
  const confirm = database.prepare<[string, string]>(
    `update erasure set state = 'confirmed', erased_at = ? where id = ?`,
  );

  return {
    byKey: (accountId: string, key: string) => byKey.get(accountId, key),
    accepted: () => accepted.all(),
    add: (
      accountId: string,
      row: Pick<ErasureRow, 'id' | 'key' | 'request_digest' | 'counts' | 'requested_at'>,
    ) =>
      void insert.run(row.id, accountId, row.key, row.request_digest, row.counts, row.requested_at),
    confirm: (id: string, erasedAt: string) => void confirm.run(erasedAt, id),
  };
}

export function toErasure(row: ErasureRow): Erasure {
  return {
    id: row.id,
    key: row.key,
    state: row.state,
    requestedAt: row.requested_at,
    receipt: row.erased_at === null ? null : toReceipt(row, row.erased_at),
  };
}

function toReceipt(row: ErasureRow, erasedAt: string): ErasureReceipt {
  const counts = countsSchema.parse(JSON.parse(row.counts));
  return {
    id: row.id,
    erasedAt,
    counts: Object.entries(counts).map(([what, count]) => ({ what, count })),
    retained,
    // Nothing is signed on the device itself: whoever has the device has the key.
    signature: null,
  };
}
