// Takes an archive into a library: verified completely before anything is changed, files before rows, nothing twice. What an
// interruption leaves is a consistent library that a second import of the same archive completes.
import { basename } from 'node:path';
import type { ImportReport, TaskState } from '#shared/contract/data.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { failpoint as endHere } from '../../failpoint.ts';
import type { Ids } from '../../ids.ts';
import { bringBackMarks, forgetTombstones } from './bring-back.ts';
import { type Ahead, createAhead } from './import-ahead.ts';
import { importAssets } from './import-assets.ts';
import { importCollections } from './import-collections.ts';
import { importGenerations } from './import-generations.ts';
import { createMediaImport } from './import-media.ts';
import { fingerprint, type ReadArchive, readArchive } from './import-reading.ts';
import { importRecords } from './import-records.ts';
import { createTally } from './import-report.ts';
import { importSavedPrompts } from './import-saved-prompts.ts';
import { createPlaces } from './import-places.ts';
import type { ImportMoment, ImportRun } from './import-run.ts';
import type { Staging } from './import-staging.ts';
import { importPrompts, importTags } from './import-words.ts';
import type { Manifest } from '../format/manifest.ts';
import type { TaskProgress } from '../../tasks/task-book.ts';
import type { ZipReader } from '../zip/zip-reader.ts';

export interface ImportTarget {
  readonly db: Database;
  readonly ids: Ids;
  readonly clock: Pick<Clock, 'now'>;
  readonly paths: { readonly library: string; readonly incoming: string };
  readonly onAdded: () => void;
}

export interface ImportOptions {
  readonly progress: TaskProgress;
  readonly signal: AbortSignal;
  readonly failpoint?: (name: ImportMoment) => void;
  /** Of a damaged archive what is whole, with a report of the rest. */
  readonly partly?: boolean;
  /** A restore: what was erased here comes in again, and marks are as they were. */
  readonly bringsBack?: boolean;
}

export type ImportResult = NonNullable<TaskState['result']>;

/** Throws `archive-damaged` or `archive-unsupported` with the first thing that is wrong; the library is as it was then. */
export async function importArchive(
  target: ImportTarget,
  path: string,
  options: ImportOptions,
): Promise<ImportResult> {
  const { progress, signal } = options;
  const ahead = createAhead(target, { path, signal, onBytes: progress.add });
  let read: ReadArchive | null = null;
  try {
    read = await readArchive(target, path, { ...options, ahead });
    const { zip, manifest, staging, lost, losses, seen } = read;
    if ((await fingerprint(path)) !== seen) {
      throw new AppError('archive-damaged', 'The archive was changed while it was read.');
    }
    const report = await withFewCheckpoints(target.db, () =>
      apply(target, { zip, manifest, staging, ahead, options }),
    );
    return {
      fileName: basename(path),
      sizeBytes: zip.sizeBytes,
      entries: zip.entries.length,
      imported: withLosses(withPart(report, manifest), lost, losses),
    };
  } catch (error) {
    throw signal.aborted ? new AppError('cancelled', 'Cancelled') : toAppError(error);
  } finally {
    await ahead.discard();
    await read?.close();
  }
}

const mostLostNamed = 20;

/** What was left out and why, before everything else. */
function withLosses(
  report: ImportReport,
  lost: readonly string[] | null,
  lines: number,
): ImportReport {
  if (lost === null) return report;
  const rest = lost.length - mostLostNamed;
  const notes = [
    'The archive is damaged. What is whole came in; this did not:',
    ...lost.slice(0, mostLostNamed),
    ...(rest > 0 ? [`And ${rest} more files.`] : []),
    ...(lines > 0 ? [`${lines} ${lines === 1 ? 'line' : 'lines'} of data could not be read.`] : []),
  ];
  return { ...report, notes: [...notes, ...report.notes] };
}

function withPart(report: ImportReport, { part }: Manifest): ImportReport {
  if (!part) return report;
  const words = `This was part ${part.number} of ${part.count}. Each part brings its own videos and images, in any order.`;
  return { ...report, notes: [words, ...report.notes] };
}

interface Opened {
  readonly zip: ZipReader;
  readonly manifest: Manifest;
  readonly staging: Staging;
  readonly ahead: Ahead;
  readonly options: ImportOptions;
}

async function apply(target: ImportTarget, opened: Opened): Promise<ImportReport> {
  const { db, ids, clock, paths } = target;
  const { zip, manifest, staging, ahead, options } = opened;
  const { progress, signal } = options;
  rememberPaths(db, staging);
  const failpoint = (moment: ImportMoment) => {
    endHere(`import ${moment}`);
    options.failpoint?.(moment);
  };
  failpoint('staged');
  if (options.bringsBack === true) forgetTombstones(db, staging);
  const tally = createTally();
  const run: ImportRun = {
    db,
    library: paths.library,
    staging,
    tally,
    signal,
    now: () => clock.now(),
    failpoint,
    places: createPlaces(paths.incoming),
    onAdded: target.onAdded,
    media: createMediaImport({
      zip,
      files: manifest.files,
      library: paths.library,
      incoming: paths.incoming,
      makeId: () => ids.make(),
      takenBy: staging.takenBy,
      takePart: ahead.take,
      signal,
      onBytes: progress.add,
    }),
  };
  progress.phase('import', manifest.mediaBytes);
  await importAssets(run);
  const tags = importTags(run);
  const prompts = await importPrompts(run);
  importSavedPrompts(run);
  await importCollections(run, await importGenerations(run, { prompts, tags }));
  await importRecords(run);
  if (options.bringsBack === true) bringBackMarks(run);
  db.checkpoint(); // every row is on the disk from here on
  run.places.clear();
  failpoint('recorded');
  return tally.report();
}

/** Pages of indexes change with every batch; so much of the log (32 MB) is gathered before they are written into the database. */
const pagesInLog = 8000;

async function withFewCheckpoints<T>({ connection }: Database, work: () => Promise<T>): Promise<T> {
  const usual = connection.pragma('wal_autocheckpoint', { simple: true });
  connection.pragma(`wal_autocheckpoint = ${pagesInLog}`);
  try {
    return await work();
  } finally {
    connection.pragma(`wal_autocheckpoint = ${Number(usual)}`);
  }
}

interface NamedFile {
  readonly path: string;
  readonly sha256: string;
}

/** Names that rows of the library use are not given to other content, also when their files are gone. */
function rememberPaths(db: Database, staging: Staging): void {
  const named = db.iterate<NamedFile>(
    `select file_path as path, sha256 from output
     union all select poster_path, '' from output where poster_path is not null
     union all select file_path, sha256 from asset`,
  );
  for (const { path, sha256 } of named) staging.take(path, sha256);
}
