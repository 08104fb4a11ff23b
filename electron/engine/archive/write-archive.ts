// Writes an archive: plan, room on the disk, data, gallery, media, manifest; then reads it again before it gets its name.
// A file that bears the target's name is complete and verified; anything less is called `.part` and is removed.
import { lstat, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, toAppError } from '#shared/errors.ts';
import { failpoint } from '../failpoint.ts';
import { syncFolder } from '../library/durable-file.ts';
import {
  type ArchiveSource,
  type Draft,
  type ExportOptions,
  writeClosing,
  writeData,
  writeGallery,
  writeMedia,
} from './archive-parts.ts';
import { clipCount, mediaRows, rowCount } from './archive-rows.ts';
import { entities } from './entities.ts';
import { type ExportPlan, neededBytes, planExport } from './export-plan.ts';
import type { MissingFile } from './manifest.ts';
import { sizeLabel } from './size-label.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import { verifyArchive } from './verify.ts';
import { createZipWriter } from './zip-writer.ts';

export type { ArchiveSource, ExportOptions } from './archive-parts.ts';

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
  const part = await freePart(target);
  const snapshot = openSnapshot(source.database, options.only);
  try {
    options.progress.phase('plan');
    const plan = await look(planExport(mediaRows(snapshot), options.includeMedia), source.library);
    await checkRoom(target, neededBytes(plan, rowCount(snapshot, entities)));
    options.onPart?.(part, true);
    failpoint('export begun');
    const written = await fill(part, plan, snapshot, source, options);
    failpoint('export written');
    await check(part, options);
    options.signal.throwIfAborted();
    failpoint('export verified');
    await rename(part, target);
    failpoint('export renamed');
    await syncFolder(dirname(target));
    options.onPart?.(part, false);
    return { fileName: basename(target), ...written };
  } catch (error) {
    if (!isTaken(error)) await rm(part, { force: true });
    options.onPart?.(part, false);
    throw options.signal.aborted ? new AppError('cancelled', 'Cancelled') : toAppError(error);
  } finally {
    snapshot.close();
  }
}

/** A name beside the target that nothing has: other programs call their unfinished files so too. */
async function freePart(target: string): Promise<string> {
  for (let number = 1; number < 100; number += 1) {
    const part = number === 1 ? `${target}.part` : `${target}.${number}.part`;
    if (!(await lstat(part).catch(() => null))) return part;
  }
  throw new AppError(
    'conflict',
    'This folder holds too many unfinished files of that name. Choose another name.',
  );
}

/** Another program made a file of that name in this very moment; it is not ours to remove. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'EEXIST';

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
    failpoint('export data written');
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
