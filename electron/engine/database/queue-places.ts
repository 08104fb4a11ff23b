// The order of the queue, as rows. A rank is any number; between two of them there is room for a third, until there is not.
import type { Database } from './database.ts';

export type QueueTarget =
  | { readonly at: 'front' | 'back' }
  | { readonly at: 'before' | 'after'; readonly sequence: number };

const active = "('queued', 'uploading', 'submitting', 'rendering', 'downloading')";

/** At the end, unless it has a place already. */
export function givePlace(db: Database, sequence: number): void {
  db.run(
    `insert into queue_place (generation_sequence, model_id, rank)
     select sequence, model_id, coalesce((select max(rank) from queue_place), 0) + 1
     from generation where sequence = ?
     on conflict (generation_sequence) do nothing`,
    sequence,
  );
}

export function takePlace(db: Database, sequence: number): void {
  db.run('delete from queue_place where generation_sequence = ?', sequence);
}

/** It got one step further: what died before was not its fault. */
export function clearCrashes(db: Database, sequence: number): void {
  db.run(
    'update queue_place set crash_count = 0 where generation_sequence = ? and crash_count > 0',
    sequence,
  );
}

/** Rows that came into the table by another way than a click have no place yet; ended ones need none. */
export function repairPlaces(db: Database): void {
  db.transaction(() => {
    db.run(
      `delete from queue_place where generation_sequence not in
       (select sequence from generation where status in ${active})`,
    );
    db.run(
      `insert into queue_place (generation_sequence, model_id, rank)
       select sequence, model_id, sequence from generation where status in ${active}
       on conflict (generation_sequence) do nothing`,
    );
  });
}

export function setPaused(db: Database, sequence: number, isPaused: boolean): void {
  db.run(
    'update queue_place set is_paused = ? where generation_sequence = ?',
    Number(isPaused),
    sequence,
  );
}

export function readPaused(db: Database): number[] {
  return db
    .all<{ readonly sequence: number }>(
      'select generation_sequence as sequence from queue_place where is_paused = 1',
    )
    .map(({ sequence }) => sequence);
}

/**
 * Counts a crash of the engine for each job that it worked on: with bytes of the user or of the cloud in its hands. A job that only
 * renders elsewhere is above suspicion.
 */
export function countCrash(db: Database): void {
  db.run(
    `update queue_place set crash_count = crash_count + 1 where generation_sequence in
     (select sequence from generation where status in ('uploading', 'submitting', 'downloading'))`,
  );
}

export function readCrashed(db: Database, times: number): number[] {
  return db
    .all<{ readonly sequence: number }>(
      'select generation_sequence as sequence from queue_place where crash_count >= ?',
      times,
    )
    .map(({ sequence }) => sequence);
}

export function clearAllCrashes(db: Database): void {
  db.run('update queue_place set crash_count = 0 where crash_count > 0');
}

interface RankRow {
  readonly sequence: number;
  readonly rank: number;
}

/** False when the job that was named has no place. */
export function movePlace(db: Database, sequence: number, target: QueueTarget): boolean {
  return db.transaction(() => {
    const rank = rankFor(db, sequence, target) ?? rankAfterRenumbering(db, sequence, target);
    if (rank === null) return false;
    db.run('update queue_place set rank = ? where generation_sequence = ?', rank, sequence);
    return true;
  });
}

const leastGap = 1e-6;

/** `null` when there is no such place, or no room in it. */
function rankFor(db: Database, sequence: number, target: QueueTarget): number | null {
  if (!('sequence' in target)) {
    const isFront = target.at === 'front';
    const edge = db.get<{ readonly rank: number | null }>(
      `select ${isFront ? 'min' : 'max'}(rank) as rank from queue_place where generation_sequence <> ?`,
      sequence,
    );
    return (edge?.rank ?? 0) + (isFront ? -1 : 1);
  }
  const anchor = db.get<RankRow>(
    'select generation_sequence as sequence, rank from queue_place where generation_sequence = ?',
    target.sequence,
  );
  if (!anchor) return null;
  const isBefore = target.at === 'before';
  const neighbour = db.get<RankRow>(
    `select generation_sequence as sequence, rank from queue_place
     where (rank, generation_sequence) ${isBefore ? '<' : '>'} (?, ?) and generation_sequence <> ?
     order by rank ${isBefore ? 'desc' : 'asc'}, generation_sequence ${isBefore ? 'desc' : 'asc'} limit 1`,
    anchor.rank,
    anchor.sequence,
    sequence,
  );
  if (!neighbour) return anchor.rank + (isBefore ? -1 : 1);
  return Math.abs(neighbour.rank - anchor.rank) < leastGap
    ? null
    : (neighbour.rank + anchor.rank) / 2;
}

function rankAfterRenumbering(db: Database, sequence: number, target: QueueTarget): number | null {
  db.run(
    `update queue_place set rank = numbered.rank from
     (select generation_sequence, row_number() over (order by rank, generation_sequence) as rank
      from queue_place) as numbered
     where numbered.generation_sequence = queue_place.generation_sequence`,
  );
  return rankFor(db, sequence, target);
}
