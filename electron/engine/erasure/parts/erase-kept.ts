// What people keep by name or have written: prompts and snippets, searches, collections, requests about their data. The clips in a
// collection stay. To be called inside the transaction of a batch.
import { keptKinds } from '#shared/domain/erase-subject.ts';
import type { Database } from '../../database/database.ts';
import { addRemoved } from './erase-book.ts';
import { type EraseItem, keptTables } from './erase-item.ts';

export function eraseKept(db: Database, orderId: string, items: readonly EraseItem[]): void {
  for (const kind of keptKinds) {
    const ids = items.filter((item) => item.kind === kind).map(({ reference }) => reference);
    if (ids.length === 0) continue;
    const { changes } = db.run(
      `delete from ${keptTables[kind]} where id in (select value from json_each(?))`,
      JSON.stringify(ids),
    );
    addRemoved(db, orderId, [{ kind, count: changes, bytes: 0 }]);
  }
}
