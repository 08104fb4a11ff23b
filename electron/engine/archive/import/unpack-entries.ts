// Reads files of an archive that nobody trusts, each once: size, CRC-32 and SHA-256 are compared while the bytes go to a part file, which
// is then synced. Stored files take calls that wait, made for a thread that does nothing else. Knows no name of the library.
import { close, fsync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { AppError } from '#shared/errors.ts';
import { createContentCheck } from '../verify/content-check.ts';
import { createSyncs } from './file-syncs.ts';
import type { ArchiveFile } from '../format/manifest.ts';
import { readFully } from '../zip/read-fully.ts';
import { blockBytes, createSpareBlocks } from '../zip/spare-blocks.ts';
import type { ZipEntry } from '../zip/zip-directory.ts';
import { headerLength, readContent } from '../zip/zip-reader.ts';

export interface EntryToUnpack {
  readonly entry: ZipEntry;
  /** Nothing of it reaches beyond this place in the archive. */
  readonly limit: number;
  /** What the manifest says of it. */
  readonly file: ArchiveFile;
  /** Where it is written to; `null` when it is only looked at. */
  readonly part: string | null;
}

export interface Unpacker {
  /** Resolves with what is wrong with it, as a sentence, or `null`; rejects when it cannot be written. */
  unpack(one: EntryToUnpack, onBytes: (sizeBytes: number) => void): Promise<string | null>;
  /** Everything that was written is on the disk. */
  synced(): Promise<void>;
  close(): Promise<void>;
}

/** The engine has 16 threads for files (main/app-lifetime.ts); some are left to others. */
const syncsAtOnce = 12;

const damaged = (message: string) => new AppError('archive-damaged', message);

export async function openUnpacker(path: string): Promise<Unpacker> {
  const archive = await open(path, 'r');
  const block = Buffer.allocUnsafeSlow(blockBytes);
  const spare = createSpareBlocks();
  const syncs = createSyncs(syncsAtOnce);

  const blocksOf = (one: EntryToUnpack) =>
    one.entry.method === 0
      ? storedBlocks(archive.fd, block, one)
      : readContent({ file: archive, spare }, one.limit, one.entry);

  /** Written or not, what it is found to be. */
  async function pass(
    one: EntryToUnpack,
    target: number | null,
    onBytes: (sizeBytes: number) => void,
  ): Promise<string | null> {
    const { entry, file } = one;
    const check = createContentCheck(entry, file);
    try {
      for await (const some of blocksOf(one)) {
        check.take(some);
        if (target !== null) writeWhole(target, some);
        if (entry.method === 0) onBytes(some.length);
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'archive-damaged') return error.message;
      throw error;
    }
    if (entry.method !== 0) onBytes(entry.compressedSize);
    return check.problem();
  }

  return {
    unpack: async (one, onBytes) => {
      // what is larger than it says is not written at all
      const part = one.entry.sizeBytes === one.file.size ? one.part : null;
      if (part === null) return pass(one, null, onBytes);
      const target = openSync(part, 'wx');
      let isSound = false;
      try {
        const problem = await pass(one, target, onBytes);
        isSound = problem === null;
        return problem;
      } finally {
        await (isSound ? syncs.begin(() => syncAndClose(target)) : closeFile(target));
      }
    },
    synced: () => syncs.done(),
    close: async () => {
      try {
        await syncs.done();
      } finally {
        await archive.close();
      }
    },
  };
}

/** Each block is valid until the next is asked for. `block` is larger than any header. */
function* storedBlocks(
  fd: number,
  block: Buffer,
  { entry, limit }: EntryToUnpack,
): Generator<Buffer> {
  if (entry.compressedSize !== entry.sizeBytes) throw damaged(`${entry.name} has two sizes.`);
  const read = (at: number, most: number) =>
    block.subarray(0, readFully(fd, block.subarray(0, Math.min(most, block.length)), at));
  const first = read(entry.offset, limit - entry.offset);
  const header = headerLength(first, limit, entry);
  if (header === null) throw damaged(`${entry.name} is cut off.`);
  const end = entry.offset + header + entry.sizeBytes;
  let some = first.subarray(header, header + entry.sizeBytes);
  for (let at = entry.offset + header; at < end; some = read(at, end - at)) {
    if (some.length === 0) throw damaged('The archive is cut off.');
    yield some;
    at += some.length;
  }
}

function writeWhole(fd: number, some: Buffer): void {
  for (let done = 0; done < some.length;) done += writeSync(fd, some, done);
}

const syncFile = promisify(fsync);
const closeFile = promisify(close);

async function syncAndClose(fd: number): Promise<void> {
  try {
    await syncFile(fd);
  } finally {
    await closeFile(fd);
  }
}
