// The order of the library without its rows, the rows of some clips, and what a selection adds up to.
import type { SelectionSums } from '#shared/contract/library-order.ts';
import type { Label } from '#shared/domain/clip-change.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import type { Database } from './database.ts';
import { joinFirstOutput, summaryColumns, type SummaryRow } from './generation-row.ts';
import { type PageRequest, walkPage } from './library-reads.ts';
import { createDays } from './local-days.ts';

export interface DayRun {
  /** `2026-11-23` */
  readonly day: string;
  count: number;
}

export interface OrderPage {
  readonly ids: GenerationId[];
  readonly days: DayRun[];
  readonly nextCursor: string | null;
}

interface OrderRow {
  readonly sequence: number;
  readonly id: GenerationId;
  readonly at: number;
  readonly place: string | number;
}

export function readOrder(db: Database, request: PageRequest, nowMs: number): OrderPage {
  const columns = 'g.sequence, g.id, g.created_at as at';
  const { rows, nextCursor } = walkPage<OrderRow>(db, request, { columns, nowMs });
  const dayOf = createDays();
  const days: DayRun[] = [];
  for (const { at } of rows) {
    const day = dayOf(at);
    const last = days.at(-1);
    if (last?.day === day) last.count += 1;
    else days.push({ day, count: 1 });
  }
  return { ids: rows.map(({ id }) => id), days, nextCursor };
}

export function readRows(db: Database, ids: readonly GenerationId[]): SummaryRow[] {
  return db.all<SummaryRow>(
    `select ${summaryColumns} from json_each(?) wanted
     cross join generation g on g.id = wanted.value ${joinFirstOutput} order by wanted.key`,
    JSON.stringify(ids),
  );
}

/** Takes of one press of Generate are created in one go: their places in the order of creation follow each other. */
export function readTakes(db: Database, id: GenerationId): SummaryRow[] {
  return db.all<SummaryRow>(
    `select ${summaryColumns} from generation one
     cross join generation g on g.sequence between one.sequence - one.take + 1 and one.sequence - one.take + one.take_count
     ${joinFirstOutput}
     where one.id = ? and one.take_count > 1 and g.take_count = one.take_count and g.prompt = one.prompt
       and g.sequence - g.take = one.sequence - one.take and g.status not in ('failed', 'refused', 'cancelled', 'expired')
       and (g.trashed_at is null) = (one.trashed_at is null)
     order by g.take`,
    id,
  );
}

interface SumsRow {
  readonly durationMs: number;
  readonly bytes: number;
  readonly fewestFavourites: number;
  readonly lowest: number;
  readonly highest: number;
  readonly firstLabel: Label | '';
  readonly lastLabel: Label | '';
  readonly unfinished: number;
  readonly total: number;
}

export function sumSelection(db: Database, ids: readonly GenerationId[]): SelectionSums {
  const row = db.get<SumsRow>(
    `select coalesce(sum(o.duration_ms), 0) as durationMs, coalesce(sum(o.size_bytes), 0) as bytes,
       coalesce(min(g.is_favourite), 0) as fewestFavourites,
       coalesce(min(g.rating), 0) as lowest, coalesce(max(g.rating), 0) as highest,
       coalesce(min(coalesce(g.label, '')), '') as firstLabel, coalesce(max(coalesce(g.label, '')), '') as lastLabel,
       coalesce(sum(g.status <> 'ready'), 0) as unfinished, count(*) as total
     from json_each(?) wanted cross join generation g on g.id = wanted.value ${joinFirstOutput}`,
    JSON.stringify(ids),
  );
  if (!row) throw new Error('A sum without a group has one row');
  const label = row.firstLabel === '' ? null : row.firstLabel;
  return {
    durationMs: row.durationMs,
    bytes: row.bytes,
    areFavourites: row.fewestFavourites === 1,
    rating: row.lowest === row.highest ? row.lowest : null,
    ...(row.firstLabel === row.lastLabel ? { label } : {}),
    areUnfinished: row.unfinished === row.total,
  };
}
