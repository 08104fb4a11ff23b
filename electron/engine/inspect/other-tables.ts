// A group for each table of a kind that table-groups.ts has nothing better for, made from the table itself, so that whatever the data
// map describes can be looked at.
import type { DataKind } from '#shared/contract/data.ts';
import { mappedTables } from '#shared/domain/data-map/tables.ts';
import type { Database } from '../database/database.ts';
import { indexTables, tableGroups } from './table-groups.ts';
import type { TableGroup } from './table-source.ts';

const titles = ['title', 'name', 'text', 'what', 'subject', 'purpose', 'reference', 'kind', 'id'];
const times = ['at', 'created_at', 'ordered_at', 'updated_at'];
/** Their lines are shown by name; see name-groups.ts. */
const shownByName: readonly string[] = ['setting'];

const shown = new Set([
  ...Object.values(tableGroups).flatMap((groups) => groups.map(({ table }) => table)),
  ...indexTables,
  ...shownByName,
]);

export function otherGroups(db: Database, kind: DataKind): TableGroup[] {
  return Object.entries(mappedTables)
    .filter(([table, mapped]) => mapped.kind === kind && !shown.has(table))
    .map(([table, { what, columns }]) => {
      const names = Object.keys(columns);
      const title = titles.find((name) => names.includes(name)) ?? names[0] ?? 'rowid';
      const time = times.find((name) => names.includes(name));
      return {
        group: what,
        table,
        ...keyOf(db, table),
        title: `cast(t.${title} as text)`,
        ...(time === undefined ? {} : { at: `t.${time}` }),
        words: names.map((name) => `t.${name}`),
      };
    });
}

function keyOf(db: Database, table: string): Pick<TableGroup, 'key' | 'isTextKey'> {
  const hasRowid =
    db.get('select 1 from pragma_table_list where name = ? and wr = 0', table) !== undefined;
  if (hasRowid) return { key: 't.rowid' };
  const columns = db.all<{ readonly name: string }>(
    'select name from pragma_table_info(?) where pk > 0 order by pk',
    table,
  );
  const parts = columns.map(({ name }) => `printf('%020s', t.${name})`);
  return { key: parts.join(` || ' ' || `), isTextKey: true };
}
