// From what a person wants erased to the rows that it means, now. Reads, decides nothing, writes nothing.
import type { ClipFilter, EraseSubject } from '#shared/contract/erase.ts';
import type { ErasableKind } from '#shared/domain/erase-subject.ts';
import { activeStatuses } from '#shared/domain/generation-status.ts';
import type { Database, SqlValue } from '../../database/database.ts';
import { type EraseItem, type ItemKind, keptTables } from './erase-item.ts';

export interface Targets {
  readonly items: readonly EraseItem[];
  /** Meant, but still being made: they stay. */
  readonly underWay: number;
}

const active = `('${activeStatuses.join("', '")}')`;

export function findTargets(db: Database, subject: EraseSubject): Targets {
  switch (subject.type) {
    case 'clips':
      return clips(db, {
        sql: 'g.id in (select value from json_each(?))',
        values: [JSON.stringify(subject.ids)],
      });
    case 'matching':
      return clips(db, conditionOf(subject.filter));
    case 'trash':
      return clips(db, {
        sql: 'g.trashed_at is not null and g.trashed_at < ?',
        values: [
          subject.trashedBefore === undefined
            ? Number.MAX_SAFE_INTEGER
            : Date.parse(subject.trashedBefore),
        ],
      });
    case 'kind':
      return { items: ofKind(db, subject.kind), underWay: 0 };
    case 'cloud-copies':
      return subject.onlyThere ? onlyThere(db, subject.onlyThere) : cloudCopies(db);
    default:
      return subject satisfies never;
  }
}

interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

function clips(db: Database, { sql, values }: Condition): Targets {
  const rows = db.all<{ readonly sequence: number; readonly isActive: number }>(
    `select g.sequence, g.status in ${active} as isActive from generation g where ${sql} order by g.sequence`,
    ...values,
  );
  const ended = rows.filter(({ isActive }) => isActive === 0);
  return {
    items: ended.map(({ sequence }) => ({ kind: 'clip', reference: sequence })),
    underWay: rows.length - ended.length,
  };
}

function conditionOf(filter: ClipFilter): Condition {
  const parts = ['true'];
  const values: SqlValue[] = [];
  const add = (sql: string, value: SqlValue | undefined) => {
    if (value === undefined) return;
    parts.push(sql);
    values.push(value);
  };
  const at = (time: string | undefined) => (time === undefined ? undefined : Date.parse(time));
  add('g.created_at < ?', at(filter.madeBefore));
  add('g.created_at >= ?', at(filter.madeSince));
  add('g.rating <= ?', filter.ratedAtMost);
  add(
    '(select sum(size_bytes) from output where generation_sequence = g.sequence) > ?',
    filter.largerThanBytes,
  );
  if (filter.keepFavourites) parts.push('g.is_favourite = 0');
  return { sql: parts.join(' and '), values };
}

function ofKind(db: Database, kind: ErasableKind): EraseItem[] {
  switch (kind) {
    case 'assets':
      // what a job under way still has to send stays
      return references(
        db,
        'asset',
        `select sequence as reference from asset where sequence not in
           (select asset_sequence from generation_image join generation g on g.sequence = generation_sequence
            where g.status in ${active})`,
      );
    case 'prompts':
      return references(db, 'prompt', 'select id as reference from prompt');
    case 'history':
      return references(
        db,
        'clip',
        `select sequence as reference from generation where status <> 'ready' and status not in ${active}`,
      );
    case 'draft':
    case 'ledger':
    case 'logs':
    case 'backups':
      return [{ kind, reference: 0 }];
    case 'saved-prompts':
    case 'saved-searches':
    case 'collections':
    case 'requests':
      return references(db, kind, `select id as reference from ${keptTables[kind]}`);
    default:
      return kind satisfies never;
  }
}

function cloudCopies(db: Database): Targets {
  const here = clips(db, { sql: 'g.cloud_id is not null', values: [] });
  const only = references(
    db,
    'cloud-clip',
    'select id as reference from cloud_clip where is_gone = 0',
  );
  const assets = references(
    db,
    'asset',
    'select distinct asset_sequence as reference from generation_image',
  );
  return { items: [...here.items, ...only, ...assets], underWay: here.underWay };
}

function onlyThere(db: Database, ids: readonly string[]): Targets {
  const sql = `select id as reference from cloud_clip
    where is_gone = 0 and id in (select value from json_each(?))`;
  return { items: references(db, 'cloud-clip', sql, JSON.stringify(ids)), underWay: 0 };
}

function references(
  db: Database,
  kind: ItemKind,
  sql: string,
  ...values: readonly string[]
): EraseItem[] {
  return db
    .all<{ readonly reference: number | string }>(sql, ...values)
    .map(({ reference }) => ({ kind, reference }));
}

export function referencesOf(items: readonly EraseItem[], kind: ItemKind): string {
  return JSON.stringify(
    items.filter((item) => item.kind === kind).map(({ reference }) => reference),
  );
}
