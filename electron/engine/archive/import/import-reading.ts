// Reads an archive for an import: everything is verified, its lines are set aside and its media unpacked ahead, in one pass. The library is as
// it was before. Of a damaged archive what is whole, when that is asked for.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, toAppError } from '#shared/errors.ts';
import type { TaskProgress } from '../../tasks/task-book.ts';
import { makeIncoming } from '../../library/place-file.ts';
import type { Ahead, AheadTarget } from './import-ahead.ts';
import { checkRoom } from './import-room.ts';
import { type Losses, type Staging, stage } from './import-staging.ts';
import type { Manifest } from '../format/manifest.ts';
import { siftArchive } from './sift-archive.ts';
import { readManifest } from '../verify/verify-manifest.ts';
import { verifyArchive } from '../verify/verify.ts';
import { openZip, type ZipReader } from '../zip/zip-reader.ts';

export interface ReadArchive {
  readonly zip: ZipReader;
  readonly manifest: Manifest;
  readonly staging: Staging;
  /** What tells whether the file is still the one that was verified. */
  readonly seen: string;
  /** What could not be used, as sentences; `null` when all of it is whole. */
  readonly lost: readonly string[] | null;
  /** Lines that could not be used. */
  readonly losses: number;
  close(): Promise<void>;
}

export interface ReadOptions {
  readonly progress: TaskProgress;
  readonly signal: AbortSignal;
  readonly partly?: boolean;
  readonly ahead: Ahead;
}

/** Throws `archive-damaged` or `archive-unsupported` with the first thing that is wrong. */
export async function readArchive(
  target: AheadTarget,
  path: string,
  options: ReadOptions,
): Promise<ReadArchive> {
  try {
    return await readWhole(target, path, options);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (options.partly !== true || error.code !== 'archive-damaged') throw error;
    await options.ahead.discard(); // nothing of it is believed any more
    return readPartly(target, path, options);
  }
}

async function readWhole(
  target: AheadTarget,
  path: string,
  { progress, signal, ahead }: ReadOptions,
): Promise<ReadArchive> {
  const found = await stat(path);
  if (!found.isFile()) throw new AppError('invalid-input', 'This is a folder and not an archive.');
  progress.phase('verify', found.size);
  const seen = await fingerprint(path);
  let staging: Staging | null = null;
  let zip: ZipReader | null = null;
  const close = async () => {
    staging?.close();
    await zip?.close();
  };
  try {
    const { ok, checks, code } = await verifyArchive(path, {
      signal,
      onBytes: progress.add,
      readMedia: ahead.read,
      onSoundLines: async (verified, manifest) => {
        staging = await setAside(target, verified, manifest, signal);
      },
    });
    if (!ok) {
      const first = checks.find((check) => !check.ok);
      throw new AppError(code ?? 'archive-damaged', first?.message ?? 'The archive is damaged.');
    }
    progress.phase('plan');
    zip = await openZip(path);
    const { manifest } = await readManifest(zip);
    if (!ahead.hasRoom) await checkRoom(target, manifest);
    staging ??= await setAside(target, zip, manifest, signal);
    return { zip, manifest, staging, seen, lost: null, losses: 0, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readPartly(
  target: AheadTarget,
  path: string,
  { progress, signal }: ReadOptions,
): Promise<ReadArchive> {
  const seen = await fingerprint(path);
  progress.phase('verify', (await stat(path)).size);
  const { zip, manifest, lost } = await siftArchive(path, { signal, onBytes: progress.add });
  try {
    progress.phase('plan');
    await checkRoom(target, manifest);
    const losses = { lines: 0 };
    const staging = await setAside(target, zip, manifest, signal, losses);
    const close = async () => {
      staging.close();
      await zip.close();
    };
    return { zip, manifest, staging, seen, lost, losses: losses.lines, close };
  } catch (error) {
    await zip.close();
    throw error;
  }
}

async function setAside(
  { paths, ids }: AheadTarget,
  zip: ZipReader,
  manifest: Manifest,
  signal: AbortSignal,
  losses: Losses | null = null,
): Promise<Staging> {
  await makeIncoming(paths.incoming);
  return stage(join(paths.incoming, `${ids.make()}-0.part`), zip, manifest, signal, losses);
}

export async function fingerprint(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
  return [dev, ino, size, mtimeNs].join(' ');
}
