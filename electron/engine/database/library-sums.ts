// What the library adds up to: the sums of what a search finds, and the numbers of the sidebar. Added up in pieces with a breath between
// them, so that a page that is asked for meanwhile does not wait, and a sum that nobody waits for any more ends. Must never put pieces of
// different moments together.
import type { Database } from './database.ts';
import { compileQuery, hasNoneOf } from './library-query.ts';
import { type CountRequest, matching, wholeNumber, withPlace } from './library-reads.ts';

export interface Sums {
  readonly total: number;
  readonly durationMs: number;
  readonly bytes: number;
}

export interface SumOptions {
  readonly nowMs?: number;
  /** Ends it between two pieces. */
  readonly signal?: AbortSignal;
  /** Clips or files of one piece. */
  readonly atOnce?: number;
}

/** Clips by the order of creation, or files: some milliseconds of work. */
const atOnceUsually = 16_384;

const columns = `count(*) as total, coalesce(sum(o.duration_ms), 0) as durationMs,
  coalesce(sum(o.size_bytes), 0) as bytes`;

export function countLibrary(
  db: Database,
  request: CountRequest,
  { nowMs = Date.now(), signal, atOnce = atOnceUsually }: SumOptions = {},
): Promise<Sums> {
  return ofOneMoment(db, signal, () => sumClips(db, request, { nowMs, atOnce }));
}

function* sumClips(
  db: Database,
  request: CountRequest,
  { nowMs, atOnce }: { readonly nowMs: number; readonly atOnce: number },
): Generator<undefined, Sums> {
  const query = withPlace(db, compileQuery(db, request.search, nowMs), request);
  const sums = { total: 0, durationMs: 0, bytes: 0 };
  if (query.findsNothing) return sums;
  const { from, where, values, sequence } = matching(query, { isForFacts: true });
  // What must not be found is listed anew by every question: then there is one.
  const isWhole = query.conditions.some(({ sql }) => sql === hasNoneOf);
  const end = lastSequence(db) + 1;
  for (let start = 0; start < end; start += isWhole ? end : atOnce) {
    if (start > 0) yield;
    const part = db.get<Sums>(
      `select ${columns} from ${from}
       where ${where} and ${sequence} >= ${wholeNumber} and ${sequence} < ${wholeNumber}`,
      ...values,
      start,
      isWhole ? end : start + atOnce,
    );
    sums.total += part?.total ?? 0;
    sums.durationMs += part?.durationMs ?? 0;
    sums.bytes += part?.bytes ?? 0;
  }
  return sums;
}

function lastSequence(db: Database): number {
  const row = db.get<{ readonly last: number }>(
    'select coalesce(max(sequence), 0) as last from generation',
  );
  return row?.last ?? 0;
}

/** Times that a sum is begun anew because something was written meanwhile; then it is added up without a breath. */
const mostAttempts = 3;

/** Goes through the pieces of `addUp`, a yield between two of them. */
async function ofOneMoment<T>(
  db: Database,
  signal: AbortSignal | undefined,
  addUp: () => Generator<undefined, T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const writtenBefore = rowsWritten(db);
    const pieces = addUp();
    let piece = pieces.next();
    while (piece.done !== true && rowsWritten(db) === writtenBefore) {
      // oxlint-disable-next-line no-await-in-loop -- the breath is the point
      if (attempt <= mostAttempts) await breathe(signal);
      if (rowsWritten(db) === writtenBefore) piece = pieces.next();
    }
    if (piece.done === true) return piece.value;
  }
}

/** Since the engine opened the library, over its only connection that writes. */
function rowsWritten(db: Database): number {
  return db.get<{ readonly rows: number }>('select total_changes() as rows')?.rows ?? 0;
}

async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}

export interface Counts {
  readonly clips: number;
  readonly trash: number;
  readonly active: number;
  readonly prompts: number;
  readonly assets: number;
  /** Of files; one that clips share counts once. */
  readonly totalBytes: number;
}

export function readCounts(
  db: Database,
  { signal, atOnce = atOnceUsually }: Omit<SumOptions, 'nowMs'> = {},
): Promise<Counts> {
  return ofOneMoment(db, signal, () => sumAll(db, atOnce));
}

/** From narrow indexes: to look at each row for its place would take a hundred times as long. */
const counted = {
  clips: `generation indexed by clip_by_rating where status = 'ready' and trashed_at is null`,
  trash: `generation indexed by generation_in_trash where trashed_at is not null and +status = 'ready'`,
  active: `generation
    where status in ('queued', 'uploading', 'submitting', 'rendering', 'downloading')`,
  prompts: 'prompt',
  assets: 'asset',
} as const;

function* sumAll(db: Database, atOnce: number): Generator<undefined, Counts> {
  const clips = countRows(db, counted.clips);
  yield;
  const prompts = countRows(db, counted.prompts);
  yield;
  return {
    clips,
    trash: countRows(db, counted.trash),
    active: countRows(db, counted.active),
    prompts,
    assets: countRows(db, counted.assets),
    totalBytes: yield* sumFiles(db, atOnce),
  };
}

function countRows(db: Database, from: string): number {
  return db.get<{ readonly rows: number }>(`select count(*) as rows from ${from}`)?.rows ?? 0;
}

interface FilesPart {
  readonly bytes: number;
  readonly files: number;
  readonly last: string | null;
}

function* sumFiles(db: Database, atOnce: number): Generator<undefined, number> {
  let bytes = 0;
  let last: string | null = '';
  while (last !== null) {
    const part: FilesPart | undefined = db.get<FilesPart>(
      `select coalesce(sum(sizeBytes), 0) as bytes, count(*) as files, max(path) as last from
         (select file_path as path, max(size_bytes) as sizeBytes from output indexed by output_by_file
          where file_path > ? group by file_path order by file_path limit ?)`,
      last,
      atOnce,
    );
    bytes += part?.bytes ?? 0;
    last = part?.files === atOnce ? part.last : null;
    if (last !== null) yield;
  }
  return bytes;
}
