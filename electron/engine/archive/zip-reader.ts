// Reads a ZIP of unknown origin: lists its entries, then streams the content of one in large blocks. Believes nothing that it reads.
// Writes nothing anywhere; whoever unpacks must check names first.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { fromFdPromise, type ZipFile } from 'yauzl';
import { AppError } from '#shared/errors.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly sizeBytes: number;
  readonly offset: number;
  readonly isLink: boolean;
  readonly isEncrypted: boolean;
}

export interface ZipReader {
  readonly sizeBytes: number;
  readonly entries: readonly ZipEntry[];
  /** Blocks of content; rejects with `archive-damaged` when the entry is not what the directory says. */
  content(entry: ZipEntry): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

const mostEntries = 4_000_000;
const blockBytes = 1 << 20;

const damaged = (message: string, cause?: unknown) =>
  new AppError('archive-damaged', message, { cause });

export async function openZip(path: string): Promise<ZipReader> {
  const file = await open(path, constants.O_RDONLY);
  try {
    const { size } = await file.stat();
    const entries = await listEntries(file, size);
    return {
      sizeBytes: size,
      entries,
      content: (entry) => readContent(file, size, entry),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function listEntries(file: FileHandle, size: number): Promise<ZipEntry[]> {
  if (size === 0) throw damaged('The file is empty.');
  const entries: ZipEntry[] = [];
  let zip: ZipFile;
  try {
    zip = await fromFdPromise(file.fd, {
      autoClose: false,
      decodeStrings: false,
      lazyEntries: true,
    });
  } catch (error) {
    throw damaged(
      'This is not a ZIP archive, or its end is missing. A copy or download may have stopped early.',
      error,
    );
  }
  if (zip.entryCount > mostEntries) throw damaged('The archive lists more files than it can hold.');
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push({
        name: decodeName(entry.fileName as unknown as Buffer),
        method: entry.compressionMethod,
        crc32: entry.crc32,
        compressedSize: entry.compressedSize,
        sizeBytes: entry.uncompressedSize,
        offset: entry.relativeOffsetOfLocalHeader,
        isLink: ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000,
        isEncrypted: (entry.generalPurposeBitFlag & 1) !== 0,
      });
    }
  } catch (error) {
    throw damaged('The list of files in the archive is damaged.', error);
  }
  return entries;
}

function decodeName(name: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return name.toString('latin1'); // never a name of ours; shown and refused as it is
  }
}

/** Where the content starts. The local header must agree with the directory, or two readers would see two archives. */
async function contentStart(file: FileHandle, size: number, entry: ZipEntry): Promise<number> {
  const fixed = Buffer.alloc(30);
  const { bytesRead } = await file.read(fixed, 0, 30, entry.offset);
  if (bytesRead < 30 || fixed.readUInt32LE(0) !== 0x04034b50) {
    throw damaged(`${entry.name} is not where the archive says.`);
  }
  const name = Buffer.alloc(fixed.readUInt16LE(26));
  await file.read(name, 0, name.length, entry.offset + 30);
  if (decodeName(name) !== entry.name || fixed.readUInt16LE(8) !== entry.method) {
    throw damaged(`${entry.name} has two different descriptions.`);
  }
  const start = entry.offset + 30 + name.length + fixed.readUInt16LE(28);
  if (start + entry.compressedSize > size) throw damaged(`${entry.name} is cut off.`);
  return start;
}

async function* readContent(
  file: FileHandle,
  size: number,
  entry: ZipEntry,
): AsyncGenerator<Buffer> {
  const start = await contentStart(file, size, entry);
  const stored = readBlocks(file, start, entry.compressedSize);
  if (entry.method === 0) {
    if (entry.compressedSize !== entry.sizeBytes) throw damaged(`${entry.name} has two sizes.`);
    yield* stored;
    return;
  }
  let sizeBytes = 0;
  const source = Readable.from(copies(stored), { objectMode: false });
  const inflate = createInflateRaw({ chunkSize: 1 << 18 });
  source.once('error', (error) => inflate.destroy(error));
  try {
    for await (const block of source.pipe(inflate) as AsyncIterable<Buffer>) {
      sizeBytes += block.length;
      if (sizeBytes > entry.sizeBytes) throw damaged(`${entry.name} is larger than it says.`);
      yield block;
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(`${entry.name} cannot be unpacked.`, error);
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

/** The stream keeps blocks longer than `readBlocks` does. */
async function* copies(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const block of blocks) yield Buffer.from(block);
}

/** Each block is valid until the one after the next is asked for. */
async function* readBlocks(
  file: FileHandle,
  start: number,
  length: number,
): AsyncGenerator<Buffer> {
  if (length === 0) return;
  const blocks = [
    Buffer.allocUnsafe(Math.min(blockBytes, length)),
    Buffer.allocUnsafe(Math.min(blockBytes, length)),
  ] as const;
  let turn: 0 | 1 = 0;
  let done = 0;
  const read = (into: Buffer, from: number) => {
    const reading = file.read(into, 0, Math.min(into.length, length - from), start + from);
    reading.catch(() => undefined); // looked at when its turn comes
    return reading;
  };
  let reading = read(blocks[turn], 0);
  while (done < length) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) throw damaged('The archive is cut off.');
    const block = blocks[turn].subarray(0, bytesRead);
    done += bytesRead;
    turn = turn === 0 ? 1 : 0;
    if (done < length) reading = read(blocks[turn], done);
    yield block;
  }
}
