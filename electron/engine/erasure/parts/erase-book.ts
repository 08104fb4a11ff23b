// The orders to erase a part of the library, on disk: what is still to do, and what is left to be told when it is done.
import type { EraseReceipt } from '#shared/contract/erase.ts';
import type { ErasableKind, ErasePlace } from '#shared/domain/erase-subject.ts';
import { isoTime, isoTimeOrNull } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { EraseItem } from './erase-item.ts';

type OrderSubject = EraseReceipt['subject'];

export interface EraseOrder {
  readonly id: string;
  readonly place: ErasePlace;
  readonly orderedAtMs: number;
  readonly type: OrderSubject['type'];
  readonly kind: ErasableKind | null;
}

export interface NewOrder extends EraseOrder {
  readonly items: readonly EraseItem[];
}

/** In one transaction; from then on it will be carried out, whatever happens. */
export function giveOrder(db: Database, order: NewOrder): void {
  db.transaction(() => {
    db.run(
      'insert into erase_order (id, ordered_at, subject, kind, place) values (?, ?, ?, ?, ?)',
      order.id,
      order.orderedAtMs,
      order.type,
      order.kind,
      order.place,
    );
    for (const { kind, reference } of order.items) {
      db.run(
        'insert into erasing_item (order_id, kind, reference) values (?, ?, ?)',
        order.id,
        kind,
        reference,
      );
    }
  });
}

/** Oldest first. Also those that have ended but for files that resisted; not those of an archive. */
export function openOrders(db: Database): EraseOrder[] {
  return db.all<EraseOrder>(
    `select id, place, ordered_at as orderedAtMs, subject as type, kind from erase_order
     where ended_at is null
       or exists (select 1 from erasing_file where order_id = erase_order.id) order by ordered_at, id`,
  );
}

export function nextItems(db: Database, orderId: string, limit: number): EraseItem[] {
  return db.all<EraseItem>(
    'select kind, reference from erasing_item where order_id = ? order by kind, reference limit ?',
    orderId,
    limit,
  );
}

export function countItems(db: Database, orderId: string): number {
  const sql = 'select count(*) as count from erasing_item where order_id = ?';
  return db.get<{ readonly count: number }>(sql, orderId)?.count ?? 0;
}

export function sizeOfFiles(db: Database, orderId: string): number {
  const sql = 'select coalesce(sum(size_bytes), 0) as bytes from erasing_file where order_id = ?';
  return db.get<{ readonly bytes: number }>(sql, orderId)?.bytes ?? 0;
}

export function forgetItem(db: Database, orderId: string, { kind, reference }: EraseItem): void {
  db.run(
    'delete from erasing_item where order_id = ? and kind = ? and reference = ?',
    orderId,
    kind,
    reference,
  );
}

/** What was not begun stays in the library. */
export function cancelOrder(db: Database, orderId: string): void {
  db.transaction(() => {
    const { changes } = db.run('delete from erasing_item where order_id = ?', orderId);
    if (changes > 0) db.run('update erase_order set was_cancelled = 1 where id = ?', orderId);
  });
}

export interface ErasingFile {
  /** Within the library; absolute for one outside of it. */
  readonly path: string;
  readonly kind: string;
  readonly sizeBytes: number;
}

export function noteFile(db: Database, orderId: string, { path, kind, sizeBytes }: ErasingFile) {
  db.run(
    'insert or ignore into erasing_file (order_id, path, kind, size_bytes) values (?, ?, ?, ?)',
    orderId,
    path,
    kind,
    sizeBytes,
  );
}

export function filesOf(db: Database, orderId: string): ErasingFile[] {
  return db.all<ErasingFile>(
    'select path, kind, size_bytes as sizeBytes from erasing_file where order_id = ? order by path',
    orderId,
  );
}

export function forgetFile(db: Database, orderId: string, path: string): void {
  db.run('delete from erasing_file where order_id = ? and path = ?', orderId, path);
}

type Sum = EraseReceipt['removed'][number];

/** To be called in the transaction that removes it. */
export function addRemoved(db: Database, orderId: string, added: readonly Sum[]): void {
  const row = db.get<{ readonly removed: string }>(
    'select removed from erase_order where id = ?',
    orderId,
  );
  const sums = new Map<string, Sum>();
  for (const one of [...(JSON.parse(row?.removed ?? '[]') as Sum[]), ...added]) {
    if (one.count === 0) continue;
    const sum = sums.get(one.kind) ?? { kind: one.kind, count: 0, bytes: 0 };
    sums.set(one.kind, {
      kind: one.kind,
      count: sum.count + one.count,
      bytes: sum.bytes + one.bytes,
    });
  }
  db.run(
    'update erase_order set removed = ? where id = ?',
    JSON.stringify([...sums.values()]),
    orderId,
  );
}

export function addCloudKey(db: Database, orderId: string, key: string): void {
  db.run(
    `update erase_order set cloud_keys = json_insert(cloud_keys, '$[#]', ?) where id = ?`,
    key,
    orderId,
  );
}

interface OrderRow {
  readonly id: string;
  readonly orderedAt: number;
  readonly endedAt: number | null;
  readonly type: OrderSubject['type'];
  readonly kind: ErasableKind | null;
  readonly place: ErasePlace;
  readonly wasCancelled: number;
  readonly removed: string;
  readonly filesLeft: number;
  readonly asked: number;
  readonly confirmed: number;
  readonly checksum: string | null;
}

const columns = `o.id, o.ordered_at as orderedAt, o.ended_at as endedAt, o.subject as type, o.kind, o.place,
  o.was_cancelled as wasCancelled, o.removed, o.files_left as filesLeft, o.checksum,
  (select coalesce(sum(json_array_length(subjects)), 0) from erasure
    where id in (select value from json_each(o.cloud_keys))) as asked,
  (select coalesce(sum(json_array_length(subjects)), 0) from erasure
    where id in (select value from json_each(o.cloud_keys)) and state = 'confirmed') as confirmed`;

export function listReceipts(db: Database, limit: number): EraseReceipt[] {
  return db
    .all<OrderRow>(`select ${columns} from erase_order o order by o.ordered_at desc limit ?`, limit)
    .map(toReceipt);
}

export function readReceipt(db: Database, id: string): EraseReceipt | null {
  const row = db.get<OrderRow>(`select ${columns} from erase_order o where o.id = ?`, id);
  return row ? toReceipt(row) : null;
}

function toReceipt(row: OrderRow): EraseReceipt {
  return {
    id: row.id,
    orderedAt: isoTime(row.orderedAt),
    endedAt: isoTimeOrNull(row.endedAt),
    subject: { type: row.type, kind: row.kind },
    where: row.place,
    wasCancelled: row.wasCancelled === 1,
    removed: JSON.parse(row.removed) as Sum[],
    filesLeft: row.filesLeft,
    cloud: { asked: row.asked, confirmed: row.confirmed },
    checksum: row.checksum,
  };
}

export interface Ending {
  readonly endedAtMs: number;
  readonly filesLeft: number;
  readonly checksum: string;
}

export function endOrder(db: Database, orderId: string, ending: Ending): void {
  db.run(
    'update erase_order set ended_at = coalesce(ended_at, ?), files_left = ?, checksum = ? where id = ?',
    ending.endedAtMs,
    ending.filesLeft,
    ending.checksum,
    orderId,
  );
}
