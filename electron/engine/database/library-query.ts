// A search of the library as SQL: fixed fragments, chosen by the terms, with every value as a parameter. `g` is the generation, `o`
// its first output.
import { parseQuery } from '#shared/domain/query/parse-query.ts';
import type {
  DateTerm,
  FilterTerm,
  ListTerm,
  RangeTerm,
} from '#shared/domain/query/query-terms.ts';
import { limitsOf, momentsOf } from '#shared/domain/query/query-values.ts';
import { isVerdict } from '#shared/domain/verdict.ts';
import { compileTexts } from '../library/search-text.ts';
import { wordsBeginning } from '../library/word-beginnings.ts';
import type { Database, SqlValue } from './database.ts';
import { collectionsNamed } from './collection-reads.ts';
import { modelsMeant } from './models-in-use.ts';
import { tagKey, tagsNamed } from './tags.ts';

export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** An index in the order of creation that holds little more than what is looked for. */
export type Walk =
  | 'generation_favourites'
  | 'generation_labelled'
  | 'generation_rated'
  | 'generation_judged'
  | { readonly model: string }
  | { readonly tag: number }
  | { readonly collection: number };

export interface LibraryQuery {
  /** For the search index; `null` when no words are looked for. */
  readonly match: string | null;
  readonly conditions: readonly Condition[];
  readonly isOfTrash: boolean;
  readonly walk: Walk | null;
  /** The one that is open. */
  readonly collection: number | null;
  /** It asks for a tag that does not exist, for example. */
  readonly findsNothing: boolean;
  /** Something was typed and nothing of it can be looked for. */
  readonly saysNothing: boolean;
}

/** The condition that no clip fulfils. */
const nothing = '0';
/** Words that must not be found, where none is looked for. */
export const hasNoneOf =
  'g.sequence not in (select rowid from generation_search where generation_search match ?)';

export function compileQuery(db: Database, search: string, nowMs: number): LibraryQuery {
  const { terms } = parseQuery(search);
  const { match, excluded } = compileTexts(
    terms.filter((term) => term.kind === 'text'),
    {
      tagsNamed: (phrase) => tagsNamed(db, phrase),
      beginningWith: (beginning) => wordsBeginning(db, beginning),
    },
  );
  const filters = terms.filter((term) => term.kind !== 'text');
  const conditions: Condition[] = [];
  let walk: Walk | null = null;
  if (excluded !== null) {
    conditions.push({ sql: hasNoneOf, values: [excluded] });
  }
  for (const term of filters) {
    if (isTrash(term)) continue;
    const condition = conditionOf(db, term, nowMs);
    conditions.push(term.isNegated ? turned(condition) : condition);
    if (!term.isNegated) walk ??= walkOf(term, condition);
  }
  return {
    match,
    conditions,
    findsNothing: conditions.some(({ sql }) => sql === nothing),
    isOfTrash: filters.some((term) => isTrash(term) && !term.isNegated),
    walk,
    collection: null,
    saysNothing:
      search.trim() !== '' && match === null && excluded === null && filters.length === 0,
  };
}

/** Where to look, not what for. */
function isTrash(term: FilterTerm): boolean {
  return term.kind === 'list' && term.key === 'is' && term.values.includes('trashed');
}

/** A clip without an output has no shape: it is kept when a shape is kept out. */
function turned({ sql, values }: Condition): Condition {
  return { sql: `not coalesce((${sql}), 0)`, values };
}

function walkOf(term: FilterTerm, { values }: Condition): Walk | null {
  if (term.kind === 'range') {
    const { from } = limitsOf(term.range);
    return term.key === 'rating' && (from ?? 0) > 0 ? 'generation_rated' : null;
  }
  if (term.kind === 'date') return null;
  if (term.key === 'is' && term.values.every(isVerdict)) return 'generation_judged';
  if (term.values.length !== 1) return null;
  const [value] = values;
  if (term.key === 'is' && term.values[0] === 'favourite') return 'generation_favourites';
  if (term.key === 'label' && term.values[0] !== 'none') return 'generation_labelled';
  const [id, ...others] = idsOf(value);
  if (id === undefined || others.length > 0) return null;
  if (term.key === 'model' && typeof id === 'string') return { model: id };
  if (term.key === 'tag' && typeof id === 'number') return { tag: id };
  if (term.key === 'collection' && typeof id === 'number') return { collection: id };
  return null;
}

function idsOf(value: SqlValue | undefined): (string | number)[] {
  if (typeof value !== 'string' || !value.startsWith('[')) return [];
  return JSON.parse(value) as (string | number)[];
}

function conditionOf(db: Database, term: FilterTerm, nowMs: number): Condition {
  switch (term.kind) {
    case 'list':
      return listCondition(db, term);
    case 'range':
      return rangeCondition(term);
    case 'date':
      return dateCondition(term, nowMs);
    default:
      return term satisfies never;
  }
}

function rangeCondition({ key, range }: RangeTerm): Condition {
  const { from, to } = limitsOf(range);
  const column = key === 'duration' ? 'o.duration_ms' : 'g.rating';
  const unit = key === 'duration' ? 1 : 1000;
  const limits = [
    from === null ? null : { sql: `${column} >= ?`, value: Math.ceil(from / unit) },
    to === null ? null : { sql: `${column} < ?`, value: Math.ceil(to / unit) },
  ].filter((limit) => limit !== null);
  return {
    sql: limits.map(({ sql }) => sql).join(' and '),
    values: limits.map(({ value }) => value),
  };
}

function dateCondition({ key, span }: DateTerm, nowMs: number): Condition {
  const { fromMs, toMs } = momentsOf(span, nowMs);
  switch (key) {
    case 'before':
      return { sql: 'g.created_at < ?', values: [fromMs] };
    case 'after':
      return { sql: 'g.created_at >= ?', values: [fromMs] };
    case 'on':
      return { sql: 'g.created_at >= ? and g.created_at < ?', values: [fromMs, toMs] };
    default:
      return key satisfies never;
  }
}

function listCondition(db: Database, { key, values }: ListTerm): Condition {
  switch (key) {
    case 'model':
      return {
        sql: 'g.model_id in (select value from json_each(?))',
        values: [JSON.stringify(modelsMeant(db, values))],
      };
    case 'tag': {
      const tags = tagsMeant(db, values);
      if (tags.length === 0) return { sql: nothing, values: [] };
      return {
        sql: `exists (select 1 from generation_tag x where x.generation_sequence = g.sequence
          and x.tag_id in (select value from json_each(?)))`,
        values: [JSON.stringify(tags)],
      };
    }
    case 'collection': {
      const meant = collectionsNamed(db, values);
      return meant.length === 0 ? { sql: nothing, values: [] } : inCollection(meant);
    }
    case 'label':
      return {
        sql: `coalesce(g.label, 'none') in (select value from json_each(?))`,
        values: [JSON.stringify(values)],
      };
    case 'ratio':
      return anyOf(values.map(ratioCondition));
    case 'resolution':
      return anyOf(values.map(resolutionCondition));
    case 'is':
    case 'has':
    case 'made-with':
      return anyOf(values.map((value) => ({ sql: facts[`${key}:${value}`] ?? '0', values: [] })));
    default:
      return key satisfies never;
  }
}

export function inCollection(sequences: readonly number[]): Condition {
  return {
    sql: `exists (select 1 from collection_item x where x.generation_sequence = g.sequence
      and x.collection_sequence in (select value from json_each(?)))`,
    values: [JSON.stringify(sequences)],
  };
}

function anyOf(conditions: readonly Condition[]): Condition {
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(' or ')})`,
    values: conditions.flatMap(({ values }) => values),
  };
}

function tagsMeant(db: Database, names: readonly string[]): number[] {
  const wanted = new Set(names.map(tagKey));
  return db
    .all<{ readonly id: number; readonly name: string }>('select id, name from tag')
    .flatMap(({ id, name }) => (wanted.has(tagKey(name)) ? [id] : []));
}

/** Within 2 %: encoders round to whole blocks, so that 16:9 is 848 × 480 too. */
function ratioCondition(ratio: string): Condition {
  const [wide = 1, high = 1] = ratio.split(':').map(Number);
  return {
    sql: 'abs(o.width * ? - o.height * ?) * 50 <= o.width * ?',
    values: [high, wide, high],
  };
}

const endless = 1_000_000;

/** By the shorter side, as the cards name it. */
function resolutionCondition(name: string): Condition {
  const sql = 'min(o.width, o.height) between ? and ?';
  if (name.endsWith('k')) return { sql, values: [name === '4k' ? 2160 : 4320, endless] };
  const side = Number.parseInt(name, 10);
  return { sql, values: [side, side] };
}

const image = (role: string) =>
  `exists (select 1 from generation_image i where i.generation_sequence = g.sequence and i.role = '${role}')`;

const facts: Readonly<Record<string, string>> = {
  'is:favourite': 'g.is_favourite = 1',
  'is:landscape': 'o.width > o.height',
  'is:portrait': 'o.width < o.height',
  'is:square': 'o.width = o.height',
  'is:missing': 'o.is_missing = 1',
  'is:in-cloud': 'g.is_in_cloud = 1',
  'is:imported': `g.kind = 'imported'`,
  'is:good': `g.verdict = 'good'`,
  'is:poor': `g.verdict = 'poor'`,
  'has:title': `g.title <> ''`,
  'has:notes': `g.notes <> ''`,
  'has:tags': 'exists (select 1 from generation_tag x where x.generation_sequence = g.sequence)',
  'has:rating': 'g.rating > 0',
  'has:label': 'g.label is not null',
  'has:poster': 'o.poster_path is not null',
  'made-with:text': `g.kind = 'text-to-video'`,
  'made-with:image': `g.kind = 'image-to-video'`,
  'made-with:video': `g.kind = 'extend-video'`,
  'made-with:first-frame': image('first-frame'),
  'made-with:last-frame': image('last-frame'),
  'made-with:reference': image('reference'),
};
