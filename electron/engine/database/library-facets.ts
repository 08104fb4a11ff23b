// Counts of what a search finds by model, shape, length, rating, label, tag and month. Counted in pieces with a breath between them,
// so that a page that is asked for meanwhile does not wait.
import { labels } from '#shared/domain/clip-change.ts';
import {
  durationBuckets,
  type FacetKey,
  facetKeys,
  keysChosen,
  ratingBuckets,
  ratioName,
  resolutionName,
  withoutKey,
} from '#shared/domain/query/facets.ts';
import type { Database } from './database.ts';
import { compileQuery } from './library-query.ts';
import { matching, type CountRequest, withPlace } from './library-reads.ts';
import { type ModelInUse, modelsInUse } from './models-in-use.ts';

export interface FacetGroup {
  readonly key: FacetKey;
  readonly values: { readonly value: string; readonly count: number }[];
}

export interface FacetOptions {
  readonly nowMs: number;
  readonly signal: AbortSignal;
}

/** A piece takes a few milliseconds. */
const pieceSize = 12_000;
const mostValues: Readonly<Partial<Record<FacetKey, number>>> = { tag: 200, on: 24 };

type Counts = ReadonlyMap<FacetKey, Map<string, number>>;

/** Within a key, clips are counted that everything else in the search allows. */
export async function countFacets(
  db: Database,
  request: CountRequest,
  options: FacetOptions,
): Promise<FacetGroup[]> {
  const chosen = keysChosen(request.search);
  const whole = await countPass(db, request, options);
  const counts = new Map(whole);
  for (const key of chosen) {
    const others = { ...request, search: withoutKey(request.search, key) };
    counts.set(key, (await countPass(db, others, options)).get(key) ?? new Map());
  }
  return facetKeys.map((key) => ({ key, values: sorted(key, counts.get(key) ?? new Map()) }));
}

function sorted(key: FacetKey, counts: ReadonlyMap<string, number>): FacetGroup['values'] {
  const fixed: readonly { readonly value: string }[] | null =
    key === 'duration' ? durationBuckets : key === 'rating' ? ratingBuckets : null;
  if (fixed) {
    return fixed.flatMap(({ value }) => {
      const count = counts.get(value) ?? 0;
      return count === 0 ? [] : [{ value, count }];
    });
  }
  const values = [...counts].map(([value, count]) => ({ value, count }));
  const inOrder =
    key === 'on'
      ? values.sort((one, other) => (one.value < other.value ? 1 : -1))
      : values.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  return inOrder.slice(0, mostValues[key] ?? 30);
}

async function countPass(
  db: Database,
  request: CountRequest,
  { nowMs, signal }: FacetOptions,
): Promise<Counts> {
  const query = withPlace(db, compileQuery(db, request.search, nowMs), request);
  if (query.findsNothing) return new Map();
  const { from, where, values, sequence } = matching(query, { isForFacts: true });
  const models = modelsInUse(db);
  const piece = db.connection
    .prepare(
      `select g.sequence, ${shapeCode}, ${markCode(models.length)}, g.created_at / ${hourMs} from ${from}
       where ${where} and ${sequence} >= ? and ${sequence} < ?`,
    )
    .raw(true);
  const modelIds = models.map(({ id }) => id);
  const tally = createTally(db, models);
  const last =
    db.get<{ readonly last: number | null }>('select max(sequence) as last from generation')
      ?.last ?? 0;
  for (let start = 0; start <= last; start += pieceSize) {
    signal.throwIfAborted();
    tally.add(piece.all(...modelIds, ...values, start, start + pieceSize) as FactRow[], start);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return tally.end();
}

const hourMs = 3_600_000;
/** Facts are read as two numbers a clip: to hand over each by itself takes three times as long. */
type FactRow = readonly [sequence: number, shape: number, marks: number, hour: number];

const shapeCode =
  'o.width * 1000000000 + o.height * 10000 + min(9999, (o.duration_ms + 500) / 1000)';

/** A model that is not in use in the library, but in the trash, is the last one. */
function markCode(modelCount: number): string {
  const labelled = labels.map((label, index) => `when '${label}' then ${index + 1}`).join(' ');
  const models = Array.from({ length: modelCount }, (_, index) => `when ? then ${index}`).join(' ');
  const model = modelCount === 0 ? '0' : `case g.model_id ${models} else ${modelCount} end`;
  return `((${model}) * 10 + case g.label ${labelled} else 0 end) * 20 + g.rating * 2 + g.is_favourite`;
}

function createTally(db: Database, models: readonly ModelInUse[]) {
  const shapes = new Map<number, number>();
  const marks = new Map<number, number>();
  const hours = new Map<number, number>();
  const byTag = new Map<number, number>();
  const more = (counts: Map<number, number>, code: number) =>
    void counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    add(rows: readonly FactRow[], start: number): void {
      for (const [, shape, mark, hour] of rows) {
        more(shapes, shape);
        more(marks, mark);
        more(hours, hour);
      }
      countTags(db, byTag, rows, start);
    },
    end(): Counts {
      const counts = new Map(facetKeys.map((key) => [key, new Map<string, number>()]));
      const add: Adder = (key, value, number) => {
        const group = counts.get(key);
        group?.set(value, (group.get(value) ?? 0) + number);
      };
      for (const [code, number] of shapes) addShape(add, code, number);
      for (const [code, number] of marks) addMarks(add, code, number, models);
      const monthOf = createMonths();
      for (const [hour, number] of hours) add('on', monthOf(hour * hourMs), number);
      for (const [id, number] of byTag) {
        const tag = db.get<{ readonly name: string }>('select name from tag where id = ?', id);
        if (tag) add('tag', tag.name, number);
      }
      return counts;
    },
  };
}

type Adder = (key: FacetKey, value: string, number: number) => void;

function addShape(add: Adder, code: number, number: number): void {
  const width = Math.floor(code / 1e9);
  const height = Math.floor(code / 1e4) % 1e5;
  const durationMs = (code % 1e4) * 1000;
  const ratio = ratioName(width, height);
  if (ratio !== null) add('ratio', ratio, number);
  add('resolution', resolutionName(width, height), number);
  for (const { value, from, to } of durationBuckets) {
    if (durationMs >= from && durationMs < to) add('duration', value, number);
  }
}

function addMarks(add: Adder, code: number, number: number, models: readonly ModelInUse[]): void {
  const rating = Math.floor(code / 2) % 10;
  const label = labels[(Math.floor(code / 20) % 10) - 1];
  const model = models[Math.floor(code / 200)];
  if (model) add('model', model.name, number);
  if (label !== undefined) add('label', label, number);
  if (code % 2 === 1) add('is', 'favourite', number);
  for (const { value, from, to } of ratingBuckets) {
    if (rating >= from && rating <= to) add('rating', value, number);
  }
}

function countTags(
  db: Database,
  byTag: Map<number, number>,
  rows: readonly FactRow[],
  start: number,
): void {
  if (rows.length === 0) return;
  const found = new Uint8Array(pieceSize); // a set of numbers would take as long as all the rest
  for (const [sequence] of rows) found[sequence - start] = 1;
  const pairs = db.all<{ readonly s: number; readonly t: number }>(
    `select generation_sequence s, tag_id t from generation_tag
     where generation_sequence >= ? and generation_sequence < ?`,
    start,
    start + pieceSize,
  );
  for (const { s, t } of pairs) if (found[s - start] === 1) byTag.set(t, (byTag.get(t) ?? 0) + 1);
}

/** `2026-06`, by the calendar of this machine, which is asked once for each month: it takes long to answer. */
function createMonths(): (atMs: number) => string {
  let month = { name: '', fromMs: 0, toMs: 0 };
  return (atMs) => {
    if (atMs >= month.fromMs && atMs < month.toMs) return month.name;
    const date = new Date(atMs);
    const [year, index] = [date.getFullYear(), date.getMonth()];
    month = {
      name: `${year}-${String(index + 1).padStart(2, '0')}`,
      fromMs: new Date(year, index, 1).getTime(),
      toMs: new Date(year, index + 1, 1).getTime(),
    };
    return month.name;
  };
}
