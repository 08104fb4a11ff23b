// In which order the library is walked, and along which index: the tables and conditions of a question, from the fewest rows. Fixed SQL
// alone, with every value as a parameter; asks nothing. `g` is the generation, `o` its first output, `tw` its words.
import type { SortOrder } from '#shared/contract/sort-orders.ts';
import type { SqlValue } from './database.ts';
import type { LibraryQuery, Walk } from './library-query.ts';

export interface Order {
  /** Where a row stands; the sequence breaks ties. */
  readonly key: string;
  readonly direction: 'asc' | 'desc';
  /** That has this order already; `output` is the table that the key is of. */
  readonly index:
    | 'clip_by_title'
    | 'clip_by_rating'
    | 'clip_by_change'
    | 'clip_by_model_name'
    | 'words_by_tag'
    | 'words_by_tag_reversed'
    | 'collection_in_order'
    | 'output'
    | null;
}

/** The name that a card shows, as the index has it. */
const titleKey = `lower(substr(trim(case when g.title = '' then g.prompt else g.title end), 1, 60))`;

const modelKey = 'lower(g.model_name)';
/** Thousandths of the height. */
const ratioKey = 'o.width * 1000 / max(o.height, 1)';

/** Without a tag it stands last, in this direction too. */
const lastTagKey = `case tw.first_tag when '\u{10FFFF}' then '' else tw.first_tag end`;

export const orders: Readonly<Record<SortOrder, Order>> = {
  newest: { key: 'sequence', direction: 'desc', index: null },
  oldest: { key: 'sequence', direction: 'asc', index: null },
  title: { key: titleKey, direction: 'asc', index: 'clip_by_title' },
  rating: { key: 'g.rating', direction: 'desc', index: 'clip_by_rating' },
  changed: { key: 'g.updated_at', direction: 'desc', index: 'clip_by_change' },
  longest: { key: 'o.duration_ms', direction: 'desc', index: 'output' },
  shortest: { key: 'o.duration_ms', direction: 'asc', index: 'output' },
  largest: { key: 'o.size_bytes', direction: 'desc', index: 'output' },
  smallest: { key: 'o.size_bytes', direction: 'asc', index: 'output' },
  'title-reverse': { key: titleKey, direction: 'desc', index: 'clip_by_title' },
  'rating-reverse': { key: 'g.rating', direction: 'asc', index: 'clip_by_rating' },
  model: { key: modelKey, direction: 'asc', index: 'clip_by_model_name' },
  'model-reverse': { key: modelKey, direction: 'desc', index: 'clip_by_model_name' },
  widest: { key: ratioKey, direction: 'desc', index: 'output' },
  tallest: { key: ratioKey, direction: 'asc', index: 'output' },
  tags: { key: 'tw.first_tag', direction: 'asc', index: 'words_by_tag' },
  'tags-reverse': { key: lastTagKey, direction: 'desc', index: 'words_by_tag_reversed' },
  manual: { key: 'w.position', direction: 'asc', index: 'collection_in_order' },
};

const inLibrary = "g.status = 'ready' and g.trashed_at is null";
const inTrash = "g.status = 'ready' and g.trashed_at is not null";
const firstOutput = 'cross join output o on o.generation_sequence = g.sequence and o.position = 0';

export interface Source {
  readonly from: string;
  readonly conditions: readonly string[];
  readonly values: readonly SqlValue[];
  /** Column with the sequence, of the table that is walked. */
  readonly sequence: string;
}

/** A condition and not a way in: the plus keeps the order of the walk. */
const hasWords = (sequence: string) =>
  `+${sequence} in (select rowid from generation_search where generation_search match ?)`;

/**
 * From the fewest rows, in the wanted order where an index has it. `cross join` fixes the order of the tables. Where words find many
 * clips, the order is walked and the words are a condition.
 */
export function sourceOf(query: LibraryQuery, index: Order['index'], isMany = false): Source {
  const { match, isOfTrash, collection } = query;
  const place = isOfTrash ? inTrash : inLibrary;
  if (index === 'collection_in_order') return inHandOrder(collection, match, place);
  if (match !== null && isMany && index !== null && !isOfTrash) {
    const { conditions, values, ...source } = sourceOf({ ...query, match: null }, index);
    return {
      ...source,
      conditions: [...conditions, hasWords(source.sequence)],
      values: [...values, match],
    };
  }
  if (match !== null || isOfTrash) return withFirstTags(fewOf(match, place), index);
  return inOrderOf(query, index);
}

/** Few clips are looked at one by one, whatever their order. */
function fewOf(match: string | null, place: string): Source {
  if (match === null) return walkAlong('generation_in_trash', place);
  return {
    from: `generation_search s cross join generation g on g.sequence = s.rowid ${firstOutput}`,
    conditions: ['generation_search match ?', place],
    values: [match],
    sequence: 's.rowid',
  };
}

const isByTag = (index: Order['index']) =>
  index === 'words_by_tag' || index === 'words_by_tag_reversed';

function withFirstTags(source: Source, index: Order['index']): Source {
  if (!isByTag(index)) return source;
  return {
    ...source,
    from: `${source.from} cross join generation_words tw on tw.sequence = g.sequence`,
  };
}

function inOrderOf({ walk }: LibraryQuery, index: Order['index']): Source {
  if (index === 'output') {
    return {
      from: 'output o cross join generation g on g.sequence = o.generation_sequence and o.position = 0',
      conditions: [inLibrary],
      values: [],
      sequence: 'o.generation_sequence',
    };
  }
  if (isByTag(index)) {
    return {
      from: `generation_words tw indexed by ${index}
        cross join generation g on g.sequence = tw.sequence ${firstOutput}`,
      conditions: [inLibrary],
      values: [],
      sequence: 'tw.sequence',
    };
  }
  if (index !== null) return walkAlong(index, inLibrary);
  return walk === null ? walkAlong('generation_by_status', inLibrary) : narrowWalk(walk);
}

function walkAlong(index: string, condition: string): Source {
  return {
    from: `generation g indexed by ${index} ${firstOutput}`,
    conditions: [condition],
    values: [],
    sequence: 'g.sequence',
  };
}

function inHandOrder(collection: number | null, match: string | null, place: string): Source {
  return {
    from: `collection_item w indexed by collection_in_order
      cross join generation g on g.sequence = w.generation_sequence ${firstOutput}`,
    conditions: [
      'w.collection_sequence = ?',
      place,
      ...(match === null ? [] : [hasWords('g.sequence')]),
    ],
    values: [collection, ...(match === null ? [] : [match])],
    sequence: 'w.generation_sequence',
  };
}

function narrowWalk(walk: Walk): Source {
  if (walk === 'generation_favourites') {
    return walkAlong(walk, `${inLibrary} and g.is_favourite = 1`);
  }
  if (walk === 'generation_labelled')
    return walkAlong(walk, `${inLibrary} and g.label is not null`);
  if (walk === 'generation_rated') return walkAlong(walk, `${inLibrary} and g.rating > 0`);
  if (walk === 'generation_judged')
    return walkAlong(walk, `${inLibrary} and g.verdict is not null`);
  if ('model' in walk) {
    return {
      ...walkAlong('clip_by_model', `${inLibrary} and g.model_id = ?`),
      values: [walk.model],
    };
  }
  if ('collection' in walk) {
    return {
      from: `collection_item w cross join generation g on g.sequence = w.generation_sequence ${firstOutput}`,
      conditions: [inLibrary, 'w.collection_sequence = ?'],
      values: [walk.collection],
      sequence: 'w.generation_sequence',
    };
  }
  return {
    from: `generation_tag w cross join generation g on g.sequence = w.generation_sequence ${firstOutput}`,
    conditions: [inLibrary, 'w.tag_id = ?'],
    values: [walk.tag],
    sequence: 'w.generation_sequence',
  };
}
