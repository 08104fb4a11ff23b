// What an archive brings beside clips: consents, the network ledger, tombstones, receipts, settings. Nothing here may make this
// library do anything: no consent is switched on, no deletion is ordered, no setting is replaced.
import { createHash } from 'node:crypto';
import { addConsent, readConsent } from '../../database/consents.ts';
import type { Database, SqlValue } from '../../database/database.ts';
import type { SettingName } from '../../database/settings.ts';
import { type Line, plainColumns, toColumns } from './import-lines.ts';
import { snakeCase } from '../format/entity.ts';
import { isKeepable } from './import-numbers.ts';
import { entityOf, type ImportRun, insertRow } from './import-run.ts';

const atOnce = 500;

export async function importRecords(run: ImportRun): Promise<void> {
  importConsents(run);
  const requests = createHistory(run, 'network-requests');
  for (const block of run.staging.blocksBackwards('network-requests', atOnce)) {
    await giveWay(run);
    run.db.transaction(() => {
      requests.lookAgain();
      for (const line of block) requests.add(line);
    });
  }
  for (const block of run.staging.blocks('tombstones', atOnce)) {
    await giveWay(run);
    run.db.transaction(() => {
      for (const line of block) importTombstone(run, line);
    });
  }
  run.db.transaction(() => {
    for (const block of run.staging.blocks('erasures', atOnce)) {
      for (const line of block) importErasure(run, line);
    }
    for (const block of run.staging.blocks('erase-receipts', atOnce)) {
      for (const line of block) importEraseReceipt(run, line);
    }
    for (const block of run.staging.blocks('privacy-requests', atOnce)) {
      for (const line of block) importPrivacyRequest(run, line);
    }
    for (const block of run.staging.blocks('cloud-data', atOnce)) {
      for (const line of block) importHeld(run, line);
    }
    for (const block of run.staging.blocks('settings', atOnce)) {
      for (const line of block) importSetting(run, line);
    }
  });
}

async function giveWay({ signal }: ImportRun): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

/** In one transaction, so that an imported grant is never in force, not even after a power cut. */
function importConsents(run: ImportRun): void {
  const { db, tally } = run;
  const history = createHistory(run, 'consents');
  db.transaction(() => {
    const before = readConsent(db, 'training')?.isGranted ?? false;
    for (const block of run.staging.blocksBackwards('consents', atOnce)) {
      for (const line of block) history.add(line);
    }
    const after = readConsent(db, 'training')?.isGranted ?? false;
    if (before || !after) return;
    addConsent(db, 'training', { isGranted: false, atMs: run.now() });
    tally.remark('training');
  });
}

/**
 * Rows that are only ever added and that the newest id ends. Lines come from the last to the first and go below what is there,
 * with their own ids where that is the same: what happened here stays the newest.
 */
function createHistory({ db, tally }: ImportRun, name: 'consents' | 'network-requests') {
  const entity = entityOf(name);
  const columns = plainColumns(entity)
    .map((column) => snakeCase(column.name))
    .filter((column) => column !== 'id');
  const known = countRows(db, entity.table, columns);
  const lowestKept = () =>
    db.get<{ readonly lowest: number | null }>(`select min(id) as lowest from ${entity.table}`)
      ?.lowest ?? Infinity;
  let lowest = lowestKept();
  return {
    /** Between two blocks the app may have asked something, which took the next free number. */
    lookAgain: () => {
      lowest = Math.min(lowest, lowestKept());
    },
    add: (line: Line & { readonly id: number }): void => {
      const row = toColumns(entity, line);
      const key = keyOf(columns.map((column) => row[column] ?? null));
      const left = known.get(key) ?? 0;
      if (left > 0) {
        known.set(key, left - 1);
        tally.count(name, 'present');
        return;
      }
      if (line.id < lowest && isKeepable(line.id)) lowest = line.id;
      else lowest = Number.isFinite(lowest) ? lowest - 1 : 0;
      insertRow(db, entity.table, { ...row, id: lowest });
      tally.count(name, 'added');
    },
  };
}

function countRows(db: Database, table: string, columns: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const rows = db.iterate<Record<string, SqlValue>>(`select ${columns.join(', ')} from ${table}`);
  for (const row of rows) {
    const key = keyOf(columns.map((column) => row[column] ?? null));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(values: readonly SqlValue[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url');
}

function importTombstone({ db, tally }: ImportRun, line: Line): void {
  const { kind, reference, at } = toColumns(entityOf('tombstones'), line);
  const { changes } = db.run(
    'insert into tombstone (kind, reference, at) values (?, ?, ?) on conflict do nothing',
    kind ?? null,
    reference ?? null,
    at ?? null,
  );
  tally.count('tombstones', changes > 0 ? 'added' : 'present');
}

/** What a cloud said that it holds. What was said here is not replaced. */
function importHeld({ db, tally }: ImportRun, line: Line): void {
  const { kind, reference, content } = toColumns(entityOf('cloud-data'), line);
  const { changes } = db.run(
    'insert into cloud_held (kind, reference, content) values (?, ?, ?) on conflict do nothing',
    kind ?? null,
    reference ?? null,
    content ?? null,
  );
  tally.count('cloud-data', changes > 0 ? 'added' : 'present');
}

/** A deletion that is not confirmed would be sent from here, to whatever account is signed in here. */
function importErasure({ db, tally }: ImportRun, line: Line): void {
  const row = toColumns(entityOf('erasures'), line);
  if (db.get('select 1 from erasure where id = ?', row['id'] ?? null)) {
    tally.count('erasures', 'present');
  } else if (row['state'] === 'confirmed') {
    insertRow(db, 'erasure', { ...row, next_try_at: null });
    tally.count('erasures', 'added');
  } else tally.remark('erasure');
}

/** Of an erasure that has ended: nothing is tried again because of it. */
function importEraseReceipt({ db, tally }: ImportRun, line: Line): void {
  const row = toColumns(entityOf('erase-receipts'), line);
  const isPresent = db.get('select 1 from erase_order where id = ?', row['id'] ?? null);
  if (!isPresent) insertRow(db, 'erase_order', row);
  tally.count('erase-receipts', isPresent ? 'present' : 'added');
}

/** Nothing is sent because of it: that is the mail program's, and the user's. */
function importPrivacyRequest({ db, tally }: ImportRun, line: Line): void {
  const row = toColumns(entityOf('privacy-requests'), line);
  const isPresent = db.get('select 1 from privacy_request where id = ?', row['id'] ?? null);
  if (!isPresent) insertRow(db, 'privacy_request', row);
  tally.count('privacy-requests', isPresent ? 'present' : 'added');
}

/** What a person chose or wrote comes in; facts about this device, its queue and its cloud are found out again. */
const whoseSetting: Readonly<Record<SettingName, 'person' | 'device'>> = {
  draft: 'person',
  last_export: 'person',
  cloud_access: 'device',
  cloud_held_at: 'person',
  cloud_description: 'device',
  queue_pause: 'device',
  onward_cursor: 'device',
  history_place: 'device',
  studio: 'person',
  unfinished_exports: 'device',
  backup_plan: 'device',
  backup_past: 'device',
};

function importSetting({ db, tally }: ImportRun, line: Line): void {
  const { key, value } = toColumns(entityOf('settings'), line);
  const isOfPerson = Object.entries(whoseSetting).some(
    ([name, whose]) => name === key && whose === 'person',
  );
  if (!isOfPerson) return;
  const { changes } = db.run(
    'insert into setting (key, value) values (?, ?) on conflict do nothing',
    key ?? null,
    value ?? null,
  );
  tally.count('settings', changes > 0 ? 'added' : 'present');
}
