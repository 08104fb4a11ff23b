// What the steps of one import share, and the few questions that all of them ask. Types and small functions; no step of its own.
import { lstat } from 'node:fs/promises';
import type { Database, SqlValue } from '../../database/database.ts';
import { libraryFile } from '../../library/library-file.ts';
import { entities } from '../format/entities.ts';
import type { EntityDefinition } from '../format/entity.ts';
import type { MediaBatch, MediaImport } from './import-media.ts';
import type { Places } from './import-places.ts';
import type { Tally } from './import-report.ts';
import type { Staging } from './import-staging.ts';
import type { StagedName } from './staged-lines.ts';

/** Moments at which a test stops the world. */
export type ImportMoment = 'staged' | 'unpacked' | 'placed' | 'written' | 'recorded';

export interface ImportRun {
  readonly db: Database;
  readonly library: string;
  readonly staging: Staging;
  readonly media: MediaImport;
  readonly places: Places;
  readonly tally: Tally;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly failpoint: (name: ImportMoment) => void;
  /** Something new is in the library. */
  readonly onAdded: () => void;
}

export function entityOf(name: StagedName): EntityDefinition {
  const entity = entities.find((candidate) => candidate.name === name);
  if (!entity) throw new TypeError(`There is no entity named ${name}`);
  return entity;
}

/** Names of tables and columns come from our own definitions, never from an archive. */
export function insertRow(
  db: Database,
  table: string,
  columns: Readonly<Record<string, SqlValue>>,
): number {
  const names = Object.keys(columns);
  return db.run(
    `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
    ...Object.values(columns),
  ).id;
}

/** Erased here; a copy that went in the cloud alone is no reason against it. */
export function isTombstoned(db: Database, ...references: readonly (string | null)[]): boolean {
  return references.some(
    (reference) =>
      reference !== null &&
      db.get(`select 1 from tombstone where reference = ? and kind <> 'cloud-copy'`, reference) !==
        undefined,
  );
}

export async function isOnDisk(library: string, filePath: string): Promise<boolean> {
  const found = await lstat(libraryFile(library, filePath)).catch(() => null); // absent
  return found !== null;
}

/** A name for what is not in the archive: one that no other content has. */
export function freeName(staging: Staging, names: Iterable<string>, sha256: string): string {
  let last = '';
  for (const name of names) {
    last = name;
    const taken = staging.takenBy(name);
    if (taken === null || taken === sha256) return name;
  }
  return last;
}

/** Files first, rows after; what was placed is taken back when there will be no rows. */
export async function writeBatch(
  run: ImportRun,
  batch: MediaBatch,
  writeRows: () => void,
): Promise<void> {
  try {
    run.signal.throwIfAborted();
    run.failpoint('unpacked');
    const { places } = batch;
    if (places.length > 0) run.places.note(places);
    await batch.place();
    run.failpoint('placed');
    run.signal.throwIfAborted();
    const write = () => run.db.transaction(writeRows);
    // rows without files may go in a power cut before the import has ended: nothing is loose then, and doing it again brings them
    if (places.length > 0) write();
    else run.db.relaxed(write);
  } catch (error) {
    await batch.undo();
    run.places.clear();
    throw error;
  }
  run.failpoint('written');
  run.onAdded(); // the note stays until the next: what rows name is not taken back
}
