// Collections and saved searches of an archive. A collection that is here already keeps its name and its order; clips that it does
// not have come in at the places that the archive gives them.
import type { CollectionLine, Line } from './import-lines.ts';
import { toColumns } from './import-lines.ts';
import { isKeepable } from './import-numbers.ts';
import { entityOf, type ImportRun, insertRow } from './import-run.ts';

const atOnce = 500;

/** After the generations; `renamed` are those that have another id here. */
export async function importCollections(
  run: ImportRun,
  renamed: ReadonlyMap<string, string>,
): Promise<void> {
  for (const block of run.staging.blocks('collections', atOnce)) {
    await giveWay(run);
    run.db.transaction(() => {
      for (const line of block) importCollection(run, line);
    });
  }
  for (const block of run.staging.blocks('collection-items', atOnce)) {
    await giveWay(run);
    run.db.transaction(() => {
      for (const line of block) {
        importItem(run, {
          ...line,
          generationId: renamed.get(line.generationId) ?? line.generationId,
        });
      }
    });
  }
  run.db.transaction(() => {
    for (const block of run.staging.blocks('saved-searches', atOnce)) {
      for (const line of block) importSearch(run, line);
    }
  });
}

async function giveWay({ signal }: ImportRun): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

function importCollection({ db, tally }: ImportRun, line: CollectionLine): void {
  if (db.get('select 1 from collection where id = ?', line.id)) {
    tally.count('collections', 'present');
    return;
  }
  const last =
    db.get<{ readonly seq: number }>(`select seq from sqlite_sequence where name = 'collection'`)
      ?.seq ?? 0;
  const isFree = line.sequence > last && isKeepable(line.sequence);
  insertRow(db, 'collection', {
    ...toColumns(entityOf('collections'), line),
    sequence: isFree ? line.sequence : last + 1,
  });
  tally.count('collections', 'added');
}

/** Of a clip that did not come in there is nothing to put anywhere. */
function importItem({ db, tally }: ImportRun, line: Line): void {
  const { position, added_at } = toColumns(entityOf('collection-items'), line);
  const { changes } = db.run(
    `insert into collection_item
     select c.sequence, g.sequence, ?, ? from collection c, generation g where c.id = ? and g.id = ?
     on conflict do nothing`,
    position ?? 0,
    added_at ?? 0,
    String(line['collectionId']),
    String(line['generationId']),
  );
  tally.count('collection-items', changes > 0 ? 'added' : 'present');
}

function importSearch({ db, tally }: ImportRun, line: Line): void {
  const row = toColumns(entityOf('saved-searches'), line);
  if (db.get('select 1 from saved_search where id = ?', row['id'] ?? null)) {
    tally.count('saved-searches', 'present');
    return;
  }
  const isFree =
    isKeepable(Number(row['sequence'])) &&
    !db.get('select 1 from saved_search where sequence = ?', row['sequence'] ?? null);
  insertRow(db, 'saved_search', { ...row, sequence: isFree ? (row['sequence'] ?? null) : null });
  tally.count('saved-searches', 'added');
}
