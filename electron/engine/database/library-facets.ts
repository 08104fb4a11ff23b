// Counts of what a search finds by model, shape, length, rating, label, tag and month. Counted in pieces with a breath between them,
// so that a page that is asked for meanwhile does not wait.
import { labels } from '#shared/domain/clip-change.ts';
import { verdicts } from '#shared/domain/verdict.ts';
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
import {
  type ClipFacts,
  createClipFacts,
  factColumns,
  hourMs,
  type Piece,
  pieceSize,
} from './clip-facts.ts';
import type { Database } from './database.ts';
import { compileQuery, type LibraryQuery } from './library-query.ts';
import { matching, type CountRequest, wholeNumber, withPlace } from './library-reads.ts';
import type { ModelInUse } from './models-in-use.ts';

export interface FacetGroup {
  readonly key: FacetKey;
  readonly values: { readonly value: string; readonly count: number }[];
}

export interface FacetOptions {
  readonly nowMs: number;
  readonly signal: AbortSignal;
}

const mostValues: Readonly<Partial<Record<FacetKey, number>>> = { tag: 200, on: 24 };

type Counts = ReadonlyMap<FacetKey, Map<string, number>>;

export interface Facets {
  /** Within a key, clips are counted that everything else in the search allows. */
  readonly count: (request: CountRequest, options: FacetOptions) => Promise<FacetGroup[]>;
}

export function createFacets(db: Database): Facets {
  // made when the first count is asked for: a start does not wait for it
  let facts: ClipFacts | null = null;
  return {
    count: async (request, options) => {
      facts ??= createClipFacts(db);
      const chosen = keysChosen(request.search);
      const counts = new Map(await countPass(db, facts, request, options));
      for (const key of chosen) {
        const others = { ...request, search: withoutKey(request.search, key) };
        counts.set(key, (await countPass(db, facts, others, options)).get(key) ?? new Map());
      }
      return facetKeys.map((key) => ({ key, values: sorted(key, counts.get(key) ?? new Map()) }));
    },
  };
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
  facts: ClipFacts,
  request: CountRequest,
  { nowMs, signal }: FacetOptions,
): Promise<Counts> {
  const query = withPlace(db, compileQuery(db, request.search, nowMs), request);
  if (query.findsNothing) return new Map();
  const pieces = await facts.pieces(signal);
  const found = isEverything(query) ? null : finder(db, query);
  const tally = createTally(facts);
  for (const piece of pieces) {
    tally.add(piece, query.isOfTrash ? 2 : 1, found === null ? null : found(piece.start));
    if (found === null) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  }
  return tally.end(db);
}

const isEverything = ({ match, conditions, collection }: LibraryQuery) =>
  match === null && conditions.length === 0 && collection === null;

/** Pieces that are searched at once: each search begins anew, and one for words alone goes far in a few milliseconds. */
const searchedAtOnce = { words: 8, other: 3 } as const;

/** Which of the clips from `start` on a search finds; asked for one piece after the other. */
function finder(db: Database, query: LibraryQuery): (start: number) => Uint8Array {
  const { from, where, values, sequence } = searched(query);
  const length = pieceSize * searchedAtOnce[isOfWords(query) ? 'words' : 'other'];
  const part = db.connection
    .prepare(
      `select ${sequence} from ${from} where ${where}
         and ${sequence} >= ${wholeNumber} and ${sequence} < ${wholeNumber}`,
    )
    .pluck(true);
  let found = new Uint8Array(0);
  return (start) => {
    const at = start % length;
    if (at === 0) {
      found = new Uint8Array(length); // a set of numbers would take as long as all the rest
      for (const one of part.all(...values, start, start + length) as number[]) {
        found[one - start] = 1;
      }
    }
    return found.subarray(at, at + pieceSize);
  };
}

const isOfWords = ({ match, conditions }: LibraryQuery) =>
  match !== null && conditions.length === 0;

/** Words alone are looked up and nothing else: the place of each clip is known already. */
function searched(query: LibraryQuery): ReturnType<typeof matching> {
  if (!isOfWords(query)) return matching(query, { isForFacts: true });
  return {
    from: 'generation_search s',
    where: 'generation_search match ?',
    values: [query.match],
    sequence: 's.rowid',
  };
}

function createTally({ codes, models }: ClipFacts) {
  const counted = factColumns.map((name) => ({
    name,
    numbers: new Uint32Array(codes[name].length),
  }));
  const byTag = new Map<number, number>();
  return {
    add({ place, facts, tagged, tags }: Piece, wanted: 1 | 2, found: Uint8Array | null): void {
      const isCounted = (at: number) => place[at] === wanted && (found === null || found[at] === 1);
      for (const { name, numbers } of counted) {
        const column = facts[name];
        for (let at = 0; at < pieceSize; at += 1) {
          if (isCounted(at)) numbers[column[at] ?? 0] = (numbers[column[at] ?? 0] ?? 0) + 1;
        }
      }
      for (const [index, at] of tagged.entries()) {
        const tag = tags[index] ?? 0;
        if (isCounted(at)) byTag.set(tag, (byTag.get(tag) ?? 0) + 1);
      }
    },
    end(db: Database): Counts {
      const counts = new Map(facetKeys.map((key) => [key, new Map<string, number>()]));
      const add: Adder = (key, value, number) => {
        const group = counts.get(key);
        group?.set(value, (group.get(value) ?? 0) + number);
      };
      const monthOf = createMonths();
      for (const { name, numbers } of counted) {
        for (const [index, number] of numbers.entries()) {
          const code = codes[name][index] ?? 0;
          if (number === 0) continue;
          if (name === 'shape') addShape(add, code, number);
          else if (name === 'marks') addMarks(add, code, number, models);
          else add('on', monthOf(code * hourMs), number);
        }
      }
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
  const verdict = verdicts[(code % 10) - 1];
  const rating = Math.floor(code / 20) % 10;
  const label = labels[(Math.floor(code / 200) % 10) - 1];
  const model = models[Math.floor(code / 2000)];
  if (model) add('model', model.name, number);
  if (label !== undefined) add('label', label, number);
  if (Math.floor(code / 10) % 2 === 1) add('is', 'favourite', number);
  if (verdict !== undefined) add('is', verdict, number);
  for (const { value, from, to } of ratingBuckets) {
    if (rating >= from && rating <= to) add('rating', value, number);
  }
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
