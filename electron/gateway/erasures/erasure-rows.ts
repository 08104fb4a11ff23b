// Erasures in the database, and how they look to clients. Decides nothing.
import { z } from 'zod';
import { type Erasure, type ErasureReceipt, retainedSchema } from '#shared/gateway/erasure.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import type { ReceiptSigner } from './receipt-signer.ts';

type Retained = ErasureReceipt['retained'];

export interface ErasureRow {
  readonly id: string;
  readonly key: string;
  readonly request_digest: string;
  readonly state: 'accepted' | 'confirmed';
  /** JSON of numbers by what was erased. */
  readonly counts: string;
  readonly requested_at: string;
  readonly erased_at: string | null;
  readonly subjects_sha256: string;
  readonly place: string;
  readonly retained: string;
  readonly backups_until: string | null;
  readonly backups_purged_at: string | null;
}

const always: Retained = [
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
    why: 'Times, addresses and sizes of requests, until newer ones replace them.',
    until: null,
  },
];

const countsSchema = z.record(z.string(), z.number());

export interface NewErasure {
  readonly id: string;
  readonly key: string;
  readonly digest: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly requestedAt: string;
  /** Who erases, in which region. */
  readonly place: string;
  /** Besides what is always retained. */
  readonly retained: Retained;
}

export type ErasureRows = ReturnType<typeof createErasureRows>;

export function createErasureRows(database: GatewayDatabase) {
  const byKey = database.prepare<[string, string], ErasureRow>(
    'select * from erasure where account_id = ? and key = ?',
  );
  const all = database.prepare<[string], ErasureRow>(
    'select * from erasure where account_id = ? order by requested_at, id',
  );
  const accepted = database.prepare<[], ErasureRow>(
    `select * from erasure where state = 'accepted'`,
  );
  const insert = database.prepare<string[]>(
    `insert into erasure(id, account_id, key, request_digest, state, counts, requested_at,
       subjects_sha256, place, retained)
     values (?, ?, ?, ?, 'accepted', ?, ?, ?, ?, ?)`,
  );
  const backedUp = database.prepare<[string, string]>(
    'update erasure set backups_until = ? where id = ?',
  );
  const confirm = database.prepare<[string, string]>(
    `update erasure set state = 'confirmed', erased_at = ? where id = ?`,
  );

  return {
    byKey: (accountId: string, key: string) => byKey.get(accountId, key),
    all: (accountId: string) => all.all(accountId),
    accepted: () => accepted.all(),
    add: (accountId: string, row: NewErasure) =>
      void insert.run(
        row.id,
        accountId,
        row.key,
        row.digest,
        JSON.stringify(row.counts),
        row.requestedAt,
        row.digest,
        row.place,
        JSON.stringify(row.retained),
      ),
    backedUp: (id: string, until: string) => void backedUp.run(until, id),
    confirm: (id: string, erasedAt: string) => void confirm.run(erasedAt, id),
  };
}

export function toErasure(row: ErasureRow, signer: ReceiptSigner): Erasure {
  return {
    id: row.id,
    key: row.key,
    state: row.state,
    requestedAt: row.requested_at,
    receipt: row.erased_at === null ? null : toReceipt(row, row.erased_at, signer),
    backups:
      row.backups_until === null
        ? null
        : { until: row.backups_until, purgedAt: row.backups_purged_at },
  };
}

/** The same words whenever it is asked for, so that the signature is the same too. */
function toReceipt(row: ErasureRow, erasedAt: string, signer: ReceiptSigner): ErasureReceipt {
  const counts = countsSchema.parse(JSON.parse(row.counts));
  const besides = z.array(retainedSchema).parse(JSON.parse(row.retained));
  const backups: Retained =
    row.backups_until === null
      ? []
      : [
          {
            what: 'Backups',
            why: 'They are overwritten as a whole. Nobody works with them meanwhile.',
            until: row.backups_until,
          },
        ];
  const receipt = {
    id: row.id,
    key: row.key,
    // of erasures before receipts were signed nothing is known
    ...(row.subjects_sha256 === '' ? {} : { subjectsSha256: row.subjects_sha256 }),
    ...(row.place === '' ? {} : { where: row.place }),
    erasedAt,
    counts: Object.entries(counts).map(([what, count]) => ({ what, count })),
    retained: [...backups, ...besides, ...always],
  };
  return { ...receipt, signature: signer.sign(receipt) };
}
