// Takes an archive into a library: verified completely before anything is changed, files before rows, nothing twice. What an
// interruption leaves is a consistent library that a second import of the same archive completes.
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportReport, TaskState } from '#shared/contract/data.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { failpoint as endHere } from '../failpoint.ts';
import type { Ids } from '../ids.ts';
import { readDiskSpace } from '../library/disk-space.ts';
import { makeIncoming } from '../library/place-file.ts';
import { bringBackMarks, forgetTombstones } from './bring-back.ts';
import { importAssets } from './import-assets.ts';
import { importCollections } from './import-collections.ts';
import { importGenerations } from './import-generations.ts';
import { createMediaImport } from './import-media.ts';
import { importRecords } from './import-records.ts';
import { createTally } from './import-report.ts';
import { importSavedPrompts } from './import-saved-prompts.ts';
import { createPlaces } from './import-places.ts';
import type { ImportMoment, ImportRun } from './import-run.ts';
import { siftArchive } from './sift-archive.ts';
import { type Staging, stage } from './import-staging.ts';
import { importPrompts, importTags } from './import-words.ts';
import type { Manifest } from './manifest.ts';
import { sizeLabel } from './size-label.ts';
import type { TaskProgress } from '../tasks/task-book.ts';
import { readManifest } from './verify-manifest.ts';
import { verifyArchive } from './verify.ts';
import { openZip, type ZipReader } from './zip-reader.ts';

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

const spareBytes = 16 * 1024 * 1024;

/** Throws `archive-damaged` or `archive-unsupported` with the first thing that is wrong; the library is as it was then. */
export async function importArchive(
  target: ImportTarget,
  path: string,
  options: ImportOptions,
): Promise<ImportResult> {
  const { progress, signal } = options;
  let zip: ZipReader | null = null;
  let staging: Staging | null = null;
  try {
    const { seen, lost, ...opened } = await openChecked(path, options);
    zip = opened.zip;
    const { manifest } = opened;
    const losses = lost === null ? null : { lines: 0 };
    progress.phase('plan');
    await checkRoom(target, manifest);
    await makeIncoming(target.paths.incoming);
    const stagingFile = join(target.paths.incoming, `${target.ids.make()}-0.part`);
    staging = await stage(stagingFile, zip, manifest, signal, losses);
    if ((await fingerprint(path)) !== seen) {
      throw new AppError('archive-damaged', 'The archive was changed while it was read.');
    }
    const report = await apply(target, { zip, manifest, staging, options });
    return {
      fileName: basename(path),
      sizeBytes: zip.sizeBytes,
      entries: zip.entries.length,
      imported: withLosses(withPart(report, manifest), lost, losses?.lines ?? 0),
    };
  } catch (error) {
    throw signal.aborted ? new AppError('cancelled', 'Cancelled') : toAppError(error);
  } finally {
    staging?.close();
    await zip?.close();
  }
}

interface Checked {
  readonly zip: ZipReader;
  readonly manifest: Manifest;
  /** What tells whether the file is still the one that was verified. */
  readonly seen: string;
  /** `null` when all of it is whole. */
  readonly lost: readonly string[] | null;
}

async function openChecked(path: string, options: ImportOptions): Promise<Checked> {
  try {
    const seen = await checkFirst(path, options);
    const zip = await openZip(path);
    return { zip, ...(await readManifest(zip)), seen, lost: null };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (options.partly !== true || error.code !== 'archive-damaged') throw error;
    const seen = await fingerprint(path);
    options.progress.phase('verify', (await stat(path)).size);
    const { signal, progress } = options;
    return { ...(await siftArchive(path, { signal, onBytes: progress.add })), seen };
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

/** Returns what tells whether the file is still the one that was verified. */
async function checkFirst(path: string, { progress, signal }: ImportOptions): Promise<string> {
  const found = await stat(path);
  if (!found.isFile()) throw new AppError('invalid-input', 'This is a folder and not an archive.');
  progress.phase('verify', found.size);
  const seen = await fingerprint(path);
  const { ok, checks, code } = await verifyArchive(path, { signal, onBytes: progress.add });
  if (ok) return seen;
  const first = checks.find((check) => !check.ok);
  throw new AppError(code ?? 'archive-damaged', first?.message ?? 'The archive is damaged.');
}

async function fingerprint(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
  return [dev, ino, size, mtimeNs].join(' ');
}

/** Asks for room for everything, as if nothing were here: what is here already is found only when it is looked for. */
export async function measureRoom(
  { db, paths }: Pick<ImportTarget, 'db' | 'paths'>,
  { files }: Manifest,
): Promise<{ readonly neededBytes: number; readonly freeBytes: number }> {
  const known = new Set(
    db
      .all<{ readonly sha256: string }>('select sha256 from output union select sha256 from asset')
      .map(({ sha256 }) => sha256),
  );
  let needed = spareBytes;
  for (const { type, size, sha256 } of files) {
    if (type === 'data')
      needed += 4 * size; // aside, in rows, in the index, in the log
    else if ((type === 'video' || type === 'asset') && known.has(sha256)) continue;
    else if (type === 'video' || type === 'asset' || type === 'poster') needed += size;
  }
  const { freeBytes } = await readDiskSpace(paths.library);
  return { neededBytes: needed, freeBytes };
}

async function checkRoom(target: ImportTarget, manifest: Manifest): Promise<void> {
  const { neededBytes: needed, freeBytes } = await measureRoom(target, manifest);
  if (freeBytes >= needed) return;
  throw new AppError(
    'disk-full',
    `The disk is full: ${sizeLabel(needed)} needed, ${sizeLabel(freeBytes)} free. Make room and import again.`,
    { details: { neededBytes: needed, freeBytes } },
  );
}

interface Opened {
  readonly zip: ZipReader;
  readonly manifest: Manifest;
  readonly staging: Staging;
  readonly options: ImportOptions;
}

async function apply(target: ImportTarget, opened: Opened): Promise<ImportReport> {
  const { db, ids, clock, paths } = target;
  const { zip, manifest, staging, options } = opened;
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
  run.places.clear();
  failpoint('recorded');
  return tally.report();
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
