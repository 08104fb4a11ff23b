// Files of an archive on their way into the library: written to `incoming` while they are hashed, then a whole batch is synced,
// moved to its names, and the folders are synced. What no row names yet can be taken back.
import { createHash } from 'node:crypto';
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { failpoint } from '../../failpoint.ts';
import { syncFolder } from '../../library/durable-file.ts';
import { holdsContent, makeFolder, makeIncoming } from '../../library/place-file.ts';
import { foldedPath } from '../format/archive-path.ts';
import { createSyncs } from './file-syncs.ts';
import type { Place } from './import-places.ts';
import type { ArchiveFile } from '../format/manifest.ts';
import { sideBySide } from '../../side-by-side.ts';
import type { ZipEntry, ZipReader } from '../zip/zip-reader.ts';

export interface MediaDeps {
  readonly zip: ZipReader;
  readonly files: readonly ArchiveFile[];
  readonly library: string;
  readonly incoming: string;
  readonly makeId: () => string;
  /** What a row of the library expects at a path, or `null`; see `Staging`. */
  readonly takenBy: (path: string) => string | null;
  /** A file with what is at that path of the archive, checked and synced, for the first who asks. */
  readonly takePart: (archivePath: string) => string | null;
  readonly signal: AbortSignal;
  readonly onBytes: (sizeBytes: number) => void;
}

export interface MediaBatch {
  /** Where the file will be in the library; `null` when the archive does not hold it. */
  add(archivePath: string, names: Iterable<string>): Promise<string | null>;
  /** Puts back what a row names and the disk does not hold. False when the archive does not hold it either. */
  restore(archivePath: string, path: string): Promise<boolean>;
  readonly sizeBytes: number;
  /** What `place` will put where nothing is. */
  readonly places: readonly Place[];
  /** Every file is at its name and will be there after a power cut. */
  place(): Promise<void>;
  /** Takes back what was not placed, and what was placed in this batch. */
  undo(): Promise<void>;
}

interface Waiting extends Place {
  readonly part: string;
}

export interface MediaImport {
  fileOf(archivePath: string): ArchiveFile | null;
  begin(): MediaBatch;
}

export function createMediaImport(deps: MediaDeps): MediaImport {
  const files = new Map(
    deps.files.filter(({ path }) => path.startsWith('media/')).map((file) => [file.path, file]),
  );
  const entries = new Map(deps.zip.entries.map((entry) => [entry.name, entry]));
  /** Of this import, by the path in the archive: rows may share a file. */
  const placed = new Map<string, string>();

  return {
    fileOf: (archivePath) => files.get(archivePath) ?? null,
    begin: () => beginBatch({ ...deps, entries, placed, byPath: files }),
  };
}

const syncsAtOnce = 16;

interface BatchDeps extends MediaDeps {
  readonly byPath: ReadonlyMap<string, ArchiveFile>;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly placed: Map<string, string>;
}

function beginBatch(deps: BatchDeps): MediaBatch {
  const { library, placed, entries, byPath } = deps;
  const waiting: Waiting[] = [];
  const syncs = createSyncs(syncsAtOnce);
  const mine: string[] = [];
  const chosen = new Map<string, string>();
  let sizeBytes = 0;

  async function choose(file: ArchiveFile, names: Iterable<string>): Promise<Choice> {
    for (const path of names) {
      const isChosen = chosen.get(foldedPath(path));
      if (isChosen !== undefined) {
        if (isChosen === file.sha256) return { path, isThere: true };
        continue;
      }
      const taken = deps.takenBy(path);
      const found = await lstat(join(library, path)).catch(() => null); // absent: free
      if (!found && (taken === null || taken === file.sha256)) return { path, isThere: false };
      if (found?.isFile() && (await holdsContent(join(library, path), file.size, file.sha256))) {
        return { path, isThere: true };
      }
    }
    throw new AppError('conflict', `There is no free name for ${file.path}.`);
  }

  async function bring(file: ArchiveFile, entry: ZipEntry, path: string): Promise<void> {
    const ready = deps.takePart(file.path);
    if (ready !== null) {
      waiting.push({ part: ready, path, sizeBytes: file.size });
      deps.onBytes(file.size);
      return;
    }
    const part = join(deps.incoming, `${deps.makeId()}-0.part`);
    waiting.push({ part, path, sizeBytes: file.size });
    await unpack(deps, entry, file, part);
    await syncs.begin(() => syncFile(part));
    sizeBytes += file.size;
  }

  return {
    get sizeBytes() {
      return sizeBytes;
    },
    get places() {
      return waiting.map(({ path, sizeBytes: size }) => ({ path, sizeBytes: size }));
    },
    restore: async (archivePath, path) => {
      const file = byPath.get(archivePath);
      const entry = entries.get(archivePath);
      if (!file || !entry || chosen.has(foldedPath(path))) return false;
      await bring(file, entry, path);
      chosen.set(foldedPath(path), file.sha256);
      return true;
    },
    add: async (archivePath, names) => {
      const known = placed.get(archivePath);
      if (known !== undefined) return known;
      const file = byPath.get(archivePath);
      const entry = entries.get(archivePath);
      if (!file || !entry) return null;
      const { path, isThere } = await choose(file, names);
      if (isThere) deps.onBytes(file.size);
      else await bring(file, entry, path);
      chosen.set(foldedPath(path), file.sha256);
      placed.set(archivePath, path);
      return path;
    },
    place: async () => {
      await syncs.done();
      const folders = new Set<string>();
      for (const { part, path } of waiting) {
        const to = join(library, path);
        await makeFolder(dirname(to));
        await rename(part, to);
        failpoint('import file placed');
        mine.push(to);
        folders.add(dirname(to));
      }
      await sideBySide(folders, 4, syncFolder);
      waiting.length = 0;
    },
    undo: async () => {
      await syncs.done().catch(() => undefined); // what could not be synced is removed anyway
      for (const { part } of waiting) await rm(part, { force: true });
      for (const file of mine) await rm(file, { force: true });
      for (const [archivePath, path] of placed)
        if (chosen.has(foldedPath(path))) placed.delete(archivePath);
    },
  };
}

interface Choice {
  readonly path: string;
  readonly isThere: boolean;
}

async function unpack(
  { zip, incoming, signal, onBytes }: MediaDeps,
  entry: ZipEntry,
  { path, size, sha256 }: ArchiveFile,
  part: string,
): Promise<void> {
  await makeIncoming(incoming);
  const handle = await open(part, 'wx');
  const hash = createHash('sha256');
  let written = 0;
  try {
    for await (const block of zip.content(entry)) {
      signal.throwIfAborted();
      hash.update(block);
      await writeWhole(handle, block, written);
      written += block.length;
      onBytes(block.length);
      if (written > size) break;
    }
    if (written !== size || hash.digest('hex') !== sha256) {
      throw new AppError('archive-damaged', `"${path}" was changed while it was read.`);
    }
  } finally {
    await handle.close();
  }
}

async function writeWhole(handle: FileHandle, block: Buffer, position: number): Promise<void> {
  let done = 0;
  while (done < block.length) {
    const left = block.length - done;
    done += (await handle.write(block, done, left, position + done)).bytesWritten;
  }
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
