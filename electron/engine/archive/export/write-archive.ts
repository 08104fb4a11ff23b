// Writes an archive: plan, room on the disk, data, gallery, media, manifest; then reads it again before it gets its name.
// A file that bears the target's name is complete and verified; anything less is called `.part` and is removed.
import { createHash } from 'node:crypto';
import { lstat, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { failpoint } from '../../failpoint.ts';
import { collectGarbage } from '../../garbage.ts';
import { syncFolder } from '../../library/durable-file.ts';
import type { ArchiveSource, ExportOptions } from './draft.ts';
import { mediaRows, rowCount } from './archive-rows.ts';
import { confirmArchive } from './confirm-archive.ts';
import { entities } from '../format/entities.ts';
import { type ExportPlan, neededBytes, planExport } from './export-plan.ts';
import { plainly } from './export-trouble.ts';
import { fillArchive, type Share } from './fill-archive.ts';
import type { MissingFile } from '../format/manifest.ts';
import { createReread } from './reread.ts';
import { sizeLabel } from '../../size-label.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import { verifyArchive } from '../verify/verify.ts';
import { divide, volumeName } from './volumes.ts';

export type { ArchiveSource, ExportOptions } from './draft.ts';

export interface ExportResult {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly entries: number;
  /** How many files it is, where it is not one. */
  readonly parts?: number;
}

export async function writeArchive(
  source: ArchiveSource,
  target: string,
  options: ExportOptions,
): Promise<ExportResult> {
  await checkTarget(target);
  const snapshot = openSnapshot(source.database, options.only);
  const parts: string[] = [];
  try {
    options.progress.phase('plan');
    const plan = await look(planExport(mediaRows(snapshot), options.includeMedia), source.library);
    const needed = neededBytes(plan, rowCount(snapshot, entities));
    await checkRoom(target, needed);
    const work = { snapshot, source, options, parts, neededBytes: needed };
    const written = await writeVolumes(target, plan, work);
    options.signal.throwIfAborted();
    failpoint('export verified');
    for (const { part, name } of written.files) await rename(part, name);
    failpoint('export renamed');
    await syncFolder(dirname(target));
    for (const part of parts) options.onPart?.(part, false);
    return resultOf(written);
  } catch (error) {
    for (const part of parts) {
      if (!isTaken(error)) await rm(part, { force: true });
      options.onPart?.(part, false);
    }
    throw options.signal.aborted ? new AppError('cancelled', 'Cancelled') : plainly(error, target);
  } finally {
    snapshot.close();
  }
}

interface Work {
  readonly snapshot: Snapshot;
  readonly source: ArchiveSource;
  readonly options: ExportOptions;
  readonly neededBytes: number;
  /** Where something is written; grows. */
  readonly parts: string[];
}

interface Written {
  readonly files: readonly { readonly part: string; readonly name: string }[];
  readonly sizeBytes: number;
  readonly entries: number;
}

/** One archive, or as many as it takes, each written and read again before the next. None has its name yet. */
async function writeVolumes(target: string, plan: ExportPlan, work: Work): Promise<Written> {
  const { options, source, parts } = work;
  const { partBytes = null } = options;
  const setId = createHash('sha256').update(`${source.libraryId} ${source.now()}`).digest('hex');
  let plans: readonly ExportPlan[] | null = partBytes === null ? [plan] : null;
  const total = { sizeBytes: 0, entries: 0 };
  for (let index = 0; index < (plans?.length ?? 1); index += 1) {
    const part = await freePart(target);
    parts.push(part);
    options.onPart?.(part, true);
    failpoint('export begun');
    const written = await writeVerified(part, work, (dataBytes) => {
      plans ??= divide(plan, partBytes ?? Infinity, dataBytes);
      const count = plans.length;
      return {
        plan: plans[index] ?? plan,
        isLast: index === count - 1,
        part: count > 1 ? { number: index + 1, count, setId: setId.slice(0, 32) } : null,
      };
    });
    if (index === 0) await requireFreeNames(target, plans?.length ?? 1);
    total.sizeBytes += written.sizeBytes;
    total.entries += written.entries;
  }
  const count = parts.length;
  const files = parts.map((part, index) => ({ part, name: volumeName(target, index + 1, count) }));
  return { files, ...total };
}

/** Above it, the threads are worth their start. */
const usualThreadsFromBytes = 64 * 1024 * 1024;

/** Large ones are read again while they are written, and only what ties them together when they are complete. */
async function writeVerified(
  part: string,
  { snapshot, source, options, neededBytes: size }: Work,
  choose: (dataBytes: number) => Share,
): Promise<{ readonly sizeBytes: number; readonly entries: number }> {
  const { signal, threadsFromBytes = usualThreadsFromBytes } = options;
  const { schemaVersion } = snapshot;
  const isLarge = size >= threadsFromBytes;
  if (isLarge) collectGarbage(); // of the plan
  const reread = isLarge ? createReread({ path: part, schemaVersion, signal }) : null;
  try {
    const written = await fillArchive(part, { snapshot, source, options, reread }, choose);
    failpoint('export written');
    if (reread) {
      const read = await reread.finish();
      options.progress.phase('verify');
      await confirmArchive(part, read, written);
    } else await check(part, options);
    return written;
  } catch (thrown) {
    throw isDamage(thrown) ? notWrittenWell(thrown.message) : thrown;
  } finally {
    await reread?.close();
  }
}

const isDamage = (thrown: unknown): thrown is AppError =>
  thrown instanceof AppError && thrown.code === 'archive-damaged' && !thrown.retryable;

const notWrittenWell = (what: string | undefined) =>
  new AppError('archive-damaged', `The archive was not written well: ${what}`, { retryable: true });

/** That the target is replaced was agreed to in the dialog; of its parts nobody was asked. */
async function requireFreeNames(target: string, count: number): Promise<void> {
  for (let number = 1; count > 1 && number <= count; number += 1) {
    const name = volumeName(target, number, count);
    if (!(await lstat(name).catch(() => null))) continue; // absent: free
    throw new AppError(
      'conflict',
      `There is a file named "${basename(name)}" already. Choose another name.`,
    );
  }
}

function resultOf({ files, sizeBytes, entries }: Written): ExportResult {
  return {
    fileName: basename(files[0]?.name ?? ''),
    sizeBytes,
    entries,
    ...(files.length > 1 ? { parts: files.length } : {}),
  };
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

async function check(part: string, { progress, signal }: ExportOptions): Promise<void> {
  const { size } = await stat(part);
  progress.phase('verify', size);
  const { ok, checks } = await verifyArchive(part, { signal, onBytes: progress.add });
  if (!ok) throw notWrittenWell(checks.find((candidate) => !candidate.ok)?.message);
}
