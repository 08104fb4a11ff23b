// Narrows a snapshot down to some clips and what belongs to them: a temporary view of each table stands before the table itself, so
// that every question that is asked of the snapshot is asked of these clips. Nothing is written to the library.
import type BetterSqlite3 from 'better-sqlite3';
import type { ExportSelection } from '#shared/contract/data.ts';
import { AppError } from '#shared/errors.ts';
import type { Redaction } from '../format/left-out.ts';

const ofClip = 'generation_sequence in temp.chosen';

/** Which rows of each table go along. What does not belong to single clips stays out. */
export const rowsOfClips: Readonly<Record<string, string>> = {
  generation: 'sequence in temp.chosen',
  generation_image: ofClip,
  output: ofClip,
  event: ofClip,
  generation_tag: ofClip,
  asset: `sequence in (select asset_sequence from main.generation_image where ${ofClip})`,
  prompt: 'id in (select prompt_id from main.generation where sequence in temp.chosen)',
  saved_prompt: 'id in (select saved_prompt_id from main.generation where sequence in temp.chosen)',
  tag: `id in (select tag_id from main.generation_tag where ${ofClip})`,
  collection_item: ofClip,
  collection: `sequence in (select collection_sequence from main.collection_item where ${ofClip})`,
  saved_search: 'false',
  consent: 'false',
  network_request: 'false',
  erase_order: 'false',
  privacy_request: 'false',
  tombstone: 'false',
  erasure: 'false',
  cloud_held: 'false',
  setting: 'false',
};

export const leftOutOfSelection: Redaction = {
  what: 'All other clips, the network ledger, consents, deletions, settings and preferences',
  why: 'Only some clips were asked for, and these do not belong to single clips.',
};

export function narrow(connection: BetterSqlite3.Database, selection: ExportSelection): void {
  connection.exec('create temp table chosen (sequence integer primary key)');
  choose(connection, selection);
  for (const [table, rows] of Object.entries(rowsOfClips)) {
    connection.exec(`create temp view ${table} as select * from main.${table} where ${rows}`);
  }
}

const inCollection = `sequence in (select i.generation_sequence from main.collection_item i
  join main.collection c on c.sequence = i.collection_sequence where c.id = @collection)`;

function choose(connection: BetterSqlite3.Database, selection: ExportSelection): void {
  const { ids, collectionId, since, until } = selection;
  const conditions = [
    ...(ids ? ['id in (select value from json_each(@ids))'] : []),
    ...(collectionId === undefined ? [] : [inCollection]),
    ...(since === undefined ? [] : ['created_at >= @since']),
    ...(until === undefined ? [] : ['created_at < @until']),
  ];
  const values = {
    ids: JSON.stringify(ids ?? []),
    collection: collectionId ?? null,
    since: since === undefined ? null : Date.parse(since),
    until: until === undefined ? null : Date.parse(until),
  };
  if (ids) requireAll(connection, new Set(ids).size, values.ids);
  const { changes } = connection
    .prepare(
      `insert into temp.chosen select sequence from main.generation where ${conditions.join(' and ') || 'true'}`,
    )
    .run(values);
  if (changes > 0) return;
  const part = collectionId === undefined ? 'range' : 'collection';
  throw new AppError('not-found', `There are no clips in this ${part}.`);
}

function requireAll(connection: BetterSqlite3.Database, wanted: number, ids: string): void {
  const found = connection
    .prepare('select count(*) from main.generation where id in (select value from json_each(?))')
    .pluck()
    .get(ids) as number;
  if (found === wanted) return;
  const words = wanted === 1 ? 'This clip is' : `${wanted - found} of these clips are`;
  throw new AppError('not-found', `${words} not in the library any more. Choose again.`);
}
