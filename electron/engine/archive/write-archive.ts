// Writes an archive: plan, room on the disk, data, gallery, media, manifest; then reads it again before it gets its name.
// A file that bears the target's name is complete and verified; anything less is called `.part` and is removed.
import { constants } from 'node:fs';
import { lstat, open, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError, toAppError } from '#shared/errors.ts';
import { clipCount, galleryClips, inBlocks, mediaRows, rowCount } from './archive-rows.ts';
import { entities, redactions } from './entities.ts';
import type { Entity } from './entity.ts';
import { type ExportPlan, neededBytes, planExport } from './export-plan.ts';
import { galleryHtml, galleryPages, sizeLabel } from './gallery.ts';
import { createPathHider } from './hidden-paths.ts';
import {
  type ArchiveFile,
  archiveFormat,
  archiveVersion,
  checksumLines,
  checksumsPath,
  type ManifestHead,
  manifestPath,
  manifestText,
  type MissingFile,
} from './manifest.ts';
import { preferenceLines, preferencesEntity } from './preference-lines.ts';
import { readmeText } from './readme-text.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import type { TaskProgress } from './task-book.ts';
import { verifyArchive } from './verify.ts';
import { createZipWriter, type WrittenEntry, type ZipWriter } from './zip-writer.ts';

export interface ArchiveSource {
  readonly database: string;
  readonly library: string;
  readonly home: string;
  readonly libraryId: string;
  readonly version: string;
  readonly now: () => number;
}

export interface ExportOptions {
  readonly includeMedia: boolean;
  readonly progress: TaskProgress;
  readonly signal: AbortSignal;
}

export interface ExportResult {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly entries: number;
}

export async function writeArchive(
  source: ArchiveSource,
  target: string,
  options: ExportOptions,
): Promise<ExportResult> {
  await checkTarget(target);
  const part = `${target}.part`;
  const snapshot = openSnapshot(source.database);
  try {
    options.progress.phase('plan');
    const plan = await look(planExport(mediaRows(snapshot), options.includeMedia), source.library);
    await checkRoom(target, neededBytes(plan, rowCount(snapshot, entities)));
    const written = await fill(part, plan, snapshot, source, options);
    await check(part, options);
    options.signal.throwIfAborted();
    await rename(part, target);
    await syncFolder(dirname(target));
    return { fileName: basename(target), ...written };
  } catch (error) {
    await rm(part, { force: true });
    throw options.signal.aborted ? new AppError('cancelled', 'Cancelled') : toAppError(error);
  } finally {
    snapshot.close();
  }
}

async function checkTarget(target: string): Promise<void> {
  const found = await stat(target).catch(() => null);
  if (found && !found.isFile()) {
    throw new AppError('invalid-input', 'There is a folder with this name. Choose another name.');
  }
}

async function checkRoom(target: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(target));
  const free = bavail * bsize;
  if (free >= needed) return;
  throw new AppError(
    'disk-full',
    `The disk is full: ${sizeLabel(needed)} needed, ${sizeLabel(free)} free. Make room or choose another disk.`,
    { details: { neededBytes: needed, freeBytes: free } },
  );
}

/** Asks the disk which planned files are there, and how large they are. */
async function look(plan: ExportPlan, library: string): Promise<ExportPlan> {
  const media: ExportPlan['media'][number][] = [];
  const missing: MissingFile[] = [...plan.missing];
  let mediaBytes = 0;
  const atOnce = 64;
  for (let start = 0; start < plan.media.length; start += atOnce) {
    const some = plan.media.slice(start, start + atOnce);
    const found = await Promise.all(
      some.map(({ filePath }) => lstat(join(library, filePath)).catch(() => null)),
    );
    for (const [index, item] of some.entries()) {
      const stats = found[index];
      if (stats?.isFile()) {
        media.push({ ...item, sizeBytes: stats.size });
        mediaBytes += stats.size;
      } else {
        const reason = stats ? 'unreadable' : 'not-found';
        missing.push({ path: item.archivePath, type: item.type, id: item.id, reason });
      }
    }
  }
  return { media, missing, mediaBytes };
}

interface Draft {
  readonly zip: ZipWriter;
  readonly files: ArchiveFile[];
  readonly missing: MissingFile[];
  readonly counts: Record<string, number>;
  readonly source: ArchiveSource;
  readonly options: ExportOptions;
  readonly startedAt: number;
}

async function fill(
  part: string,
  plan: ExportPlan,
  snapshot: Snapshot,
  source: ArchiveSource,
  options: ExportOptions,
): Promise<{ readonly sizeBytes: number; readonly entries: number }> {
  const zip = await createZipWriter(part);
  const draft: Draft = {
    zip,
    files: [],
    missing: [...plan.missing],
    counts: {},
    source,
    options,
    startedAt: source.now(),
  };
  try {
    const { schemaVersion } = snapshot;
    options.progress.phase('data');
    await writeData(draft, snapshot);
    await writeGallery(draft, plan, snapshot);
    const clips = clipCount(snapshot);
    snapshot.close(); // from here on the database may be tidied up behind us
    options.progress.phase('media', plan.mediaBytes);
    await writeMedia(draft, plan);
    await writeClosing(draft, { clips, mediaBytes: plan.mediaBytes, schemaVersion });
    return await zip.finish();
  } finally {
    await zip.close();
  }
}

async function addText(
  draft: Draft,
  path: string,
  type: ArchiveFile['type'],
  chunks: Iterable<string>,
): Promise<void> {
  const { sizeBytes, sha256 } = await draft.zip.addText(path, chunks, {
    modifiedAt: draft.startedAt,
    signal: draft.options.signal,
  });
  draft.files.push({ path, size: sizeBytes, sha256, type, id: null });
}

async function writeData(draft: Draft, snapshot: Snapshot): Promise<void> {
  const { source, counts } = draft;
  const hidePaths = createPathHider([
    { path: source.library, placeholder: '<library>' },
    { path: source.home, placeholder: '<home>' },
  ]);
  function* counted(name: string, lines: Iterable<string>): Generator<string> {
    counts[name] = 0;
    for (const line of lines) {
      counts[name] += 1;
      yield `${line}\n`;
    }
  }
  for (const entity of entities) {
    const rows = snapshot.rows<Record<string, unknown>>(entity.sql);
    const lines = toLines(entity, rows, hidePaths);
    await addText(
      draft,
      `data/${entity.name}.jsonl`,
      'data',
      inBlocks(counted(entity.name, lines)),
    );
  }
  const preferences = await readFile(join(source.home, 'preferences.json'), 'utf8').catch(() => '');
  const { name } = preferencesEntity;
  await addText(
    draft,
    `data/${name}.jsonl`,
    'data',
    inBlocks(counted(name, preferenceLines(preferences))),
  );
  for (const entity of [...entities, preferencesEntity]) {
    const schema = z.toJSONSchema(entity.schema, { target: 'draft-2020-12' });
    await addText(draft, `schema/${entity.name}.schema.json`, 'schema', [
      `${JSON.stringify(schema, null, 2)}\n`,
    ]);
  }
}

function* toLines(
  entity: Entity,
  rows: Iterable<Record<string, unknown>>,
  hidePaths: (text: string) => string,
): Generator<string> {
  for (const row of rows) yield entity.toLine(row, hidePaths);
}

async function writeGallery(draft: Draft, plan: ExportPlan, snapshot: Snapshot): Promise<void> {
  const present = new Set(plan.media.map(({ archivePath }) => archivePath));
  const total = clipCount(snapshot);
  const pages = galleryPages(total);
  const clips = galleryClips(snapshot, (path) => present.has(path));
  const facts = {
    clipCount: total,
    createdAt: new Date(draft.startedAt).toISOString(),
    appVersion: draft.source.version,
  };
  for (const page of pages) {
    const some = takeSome(clips, page.count);
    await addText(draft, page.path, 'page', inBlocks(galleryHtml(some, page, pages, facts)));
  }
}

/** `Iterator.take` would close the rest. */
function takeSome<T>(items: Iterator<T>, most: number): T[] {
  const some: T[] = [];
  while (some.length < most) {
    const next = items.next();
    if (next.done) break;
    some.push(next.value);
  }
  return some;
}

async function writeMedia(draft: Draft, plan: ExportPlan): Promise<void> {
  const { zip, files, missing, options, source } = draft;
  for (const item of plan.media) {
    options.signal.throwIfAborted();
    const { archivePath: path, type, id } = item;
    let written: WrittenEntry;
    try {
      written = await zip.addFile(path, join(source.library, item.filePath), {
        modifiedAt: item.createdAt,
        signal: options.signal,
        onBytes: options.progress.add,
      });
    } catch (error) {
      if (options.signal.aborted || !isAboutTheFile(error)) throw error;
      missing.push({ path, type, id, reason: 'unreadable' });
      continue;
    }
    const { sizeBytes, sha256 } = written;
    const isAsExpected = item.sha256 === null || item.sha256 === sha256;
    files.push({
      path,
      size: sizeBytes,
      sha256,
      type,
      id,
      ...(isAsExpected || item.sha256 === null ? {} : { expectedSha256: item.sha256 }),
    });
  }
}

/** One file that cannot be read must not cost the whole export; a full disk must. */
function isAboutTheFile(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, name, syscall } = error as NodeJS.ErrnoException;
  if (name === 'SourceChangedError') return true;
  return (
    (syscall === 'open' || syscall === 'read') &&
    ['ENOENT', 'EACCES', 'EPERM', 'EIO', 'ELOOP', 'EISDIR', 'EBUSY'].includes(code ?? '')
  );
}

async function writeClosing(
  draft: Draft,
  facts: { readonly clips: number; readonly mediaBytes: number; readonly schemaVersion: number },
): Promise<void> {
  const { source, files, missing, zip } = draft;
  const createdAt = new Date(draft.startedAt).toISOString();
  const readme = readmeText({
    createdAt,
    appVersion: source.version,
    clipCount: facts.clips,
    mediaBytes: facts.mediaBytes,
    missingCount: missing.length,
    entities: [...entities, preferencesEntity],
    redactions,
  });
  await addText(draft, 'README.txt', 'page', [readme]);
  const head: ManifestHead = {
    format: archiveFormat,
    formatVersion: archiveVersion,
    schemaVersion: facts.schemaVersion,
    app: { name: 'Kling 5 Studio', version: source.version },
    createdAt,
    libraryId: source.libraryId,
    counts: draft.counts,
    mediaBytes: facts.mediaBytes,
    redactions: [...redactions],
  };
  const options = { modifiedAt: draft.startedAt, signal: draft.options.signal };
  const { sha256 } = await zip.addText(
    manifestPath,
    inBlocks(manifestText(head, files, missing)),
    options,
  );
  await zip.addText(
    checksumsPath,
    inBlocks(checksumLines([...files, { path: manifestPath, sha256 }])),
    options,
  );
}

async function check(part: string, { progress, signal }: ExportOptions): Promise<void> {
  const { size } = await stat(part);
  progress.phase('verify', size);
  const { ok, checks } = await verifyArchive(part, { signal, onBytes: progress.add });
  if (ok) return;
  const first = checks.find((candidate) => !candidate.ok);
  throw new AppError('archive-damaged', `The archive was not written well: ${first?.message}`, {
    retryable: true,
  });
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const handle = await open(folder, constants.O_RDONLY);
  await handle.sync().finally(() => handle.close());
}
