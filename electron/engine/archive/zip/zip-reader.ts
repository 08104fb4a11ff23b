// Reads a ZIP of unknown origin: lists its entries, then streams the content of one in large blocks. Believes nothing that it reads.
// Writes nothing anywhere; whoever unpacks must check names first.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import {
  createSizeReader,
  decodeName,
  extraFields,
  findDirectory,
  parseDirectory,
  tailBytes,
  type ZipEntry,
} from './zip-directory.ts';
import { blockBytes, createSpareBlocks, type SpareBlocks } from './spare-blocks.ts';

export type { ZipEntry } from './zip-directory.ts';

export interface ZipReader {
  readonly sizeBytes: number;
  readonly entries: readonly ZipEntry[];
  /** Blocks of content; rejects with `archive-damaged` when the entry is not what the directory says. */
  content(entry: ZipEntry): AsyncGenerator<Buffer>;
  /** Where the next file begins, or the list of all: nothing of this entry reaches beyond it. */
  limitOf(entry: ZipEntry): number;
  close(): Promise<void>;
}

const damaged = (message: string, cause?: unknown) =>
  new AppError('archive-damaged', message, { cause });

export const openZip = (path: string): Promise<ZipReader> => openZipWith(path, listEntries);

/** With another way to find the entries than the list at its end. */
export async function openZipWith(
  path: string,
  find: (file: FileHandle, size: number) => Promise<ZipEntry[]>,
): Promise<ZipReader> {
  const file = await open(path, constants.O_RDONLY);
  try {
    const { size } = await file.stat();
    const entries = await find(file, size);
    const limits = limitsOf(entries, size);
    const spare = createSpareBlocks();
    const limitOf = ({ offset }: ZipEntry) => limits.get(offset) ?? size;
    return {
      sizeBytes: size,
      entries,
      limitOf,
      content: (entry) => readContent({ file, spare }, limitOf(entry), entry),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function listEntries(file: FileHandle, size: number): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  for await (const entry of eachEntry(file, size)) entries.push(entry);
  return entries;
}

/** What the list at the end of the file says, entry by entry. */
export async function* eachEntry(file: FileHandle, size: number): AsyncGenerator<ZipEntry> {
  if (size === 0) throw damaged('The file is empty.');
  const tail = Buffer.alloc(Math.min(size, tailBytes));
  const { bytesRead } = await file.read(tail, 0, tail.length, size - tail.length);
  const directory = findDirectory(tail.subarray(0, bytesRead), size);
  const source = { file, spare: createSpareBlocks() };
  yield* parseDirectory(directory, readBlocks(source, directory.offset, directory.sizeBytes));
}

/** Where the next file begins, by the place where one does: nothing may reach beyond it. */
function limitsOf(entries: readonly ZipEntry[], size: number): ReadonlyMap<number, number> {
  const offsets = entries.map(({ offset }) => offset).sort((left, right) => left - right);
  return new Map(offsets.map((offset, index) => [offset, offsets[index + 1] ?? size]));
}

/** What two readers must not see differently: encryption, sizes that follow the data, Unicode. */
const flagsThatMatter = 0x2849;
const sizesFollow = 0x0008;

/** One read is enough for nearly every name, and the second for any. */
const headerReads = [512, 30 + 2 * 0xffff] as const;

async function contentStart(file: FileHandle, limit: number, entry: ZipEntry): Promise<number> {
  for (const most of headerReads) {
    const header = Buffer.alloc(most);
    const { bytesRead } = await file.read(header, 0, header.length, entry.offset);
    const length = headerLength(header.subarray(0, bytesRead), limit, entry);
    if (length !== null) return entry.offset + length;
  }
  throw damaged(`${entry.name} is cut off.`);
}

/**
 * How far the local header reaches, by the bytes at its place; `null` when it takes more of them. It must agree with the directory, or two
 * readers would see two archives.
 */
export function headerLength(bytes: Buffer, limit: number, entry: ZipEntry): number | null {
  if (bytes.length < 30 || bytes.readUInt32LE(0) !== 0x04034b50) {
    throw damaged(`${entry.name} is not where the archive says.`);
  }
  const length = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  if (bytes.length < length) return null;
  if (!agrees(bytes.subarray(0, 30), bytes.subarray(30, length), entry)) {
    throw damaged(`${entry.name} has two different descriptions.`);
  }
  if (entry.offset + length + entry.compressedSize > limit) {
    throw damaged(`${entry.name} is cut off.`);
  }
  return length;
}

function agrees(fixed: Buffer, variable: Buffer, entry: ZipEntry): boolean {
  const nameBytes = fixed.readUInt16LE(26);
  const flags = fixed.readUInt16LE(6);
  const long = createSizeReader(extraFields(variable.subarray(nameBytes)).get(0x0001));
  const figures = [
    [fixed.readUInt32LE(14), entry.crc32],
    [long(fixed.readUInt32LE(22)), entry.sizeBytes],
    [long(fixed.readUInt32LE(18)), entry.compressedSize],
  ] as const;
  const mayFollow = (flags & sizesFollow) !== 0;
  return (
    decodeName(variable.subarray(0, nameBytes)) === entry.name &&
    fixed.readUInt16LE(8) === entry.method &&
    (flags & flagsThatMatter) === (entry.flags & flagsThatMatter) &&
    figures.every(([said, listed]) => said === listed || (mayFollow && said === 0))
  );
}

/** Of text: larger pieces come from the system each time and go back to it late. */
const inflateBytes = 1 << 16;

/** Content of an entry; nothing of it may reach to `limit`. */
export async function* readContent(
  source: BlockSource,
  limit: number,
  entry: ZipEntry,
): AsyncGenerator<Buffer> {
  const start = await contentStart(source.file, limit, entry);
  const stored = readBlocks(source, start, entry.compressedSize);
  if (entry.method === 0) {
    if (entry.compressedSize !== entry.sizeBytes) throw damaged(`${entry.name} has two sizes.`);
    yield* stored;
    return;
  }
  let sizeBytes = 0;
  const packed = Readable.from(copies(stored), { objectMode: false });
  const inflate = createInflateRaw({ chunkSize: inflateBytes });
  packed.once('error', (error) => inflate.destroy(error));
  try {
    for await (const block of packed.pipe(inflate) as AsyncIterable<Buffer>) {
      sizeBytes += block.length;
      if (sizeBytes > entry.sizeBytes) throw damaged(`${entry.name} is larger than it says.`);
      yield block;
    }
    if (sizeBytes < entry.sizeBytes) throw damaged(`${entry.name} is smaller than it says.`);
  } catch (error) {
    throw error instanceof AppError ? error : damaged(`${entry.name} cannot be unpacked.`, error);
  } finally {
    packed.destroy();
    inflate.destroy();
  }
}

/** The stream keeps blocks longer than `readBlocks` does. */
async function* copies(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const block of blocks) yield Buffer.from(block);
}

export interface BlockSource {
  readonly file: FileHandle;
  readonly spare: SpareBlocks;
}

/** Each block is valid until the one after the next is asked for, or the end. */
async function* readBlocks(
  { file, spare }: BlockSource,
  start: number,
  length: number,
): AsyncGenerator<Buffer> {
  if (length === 0) return;
  const blocks = [spare.take(), length > blockBytes ? spare.take() : null] as const;
  let turn: 0 | 1 = 0;
  let done = 0;
  const read = (from: number) => {
    const into = blocks[turn] ?? blocks[0];
    const reading = file.read(into, 0, Math.min(into.length, length - from), start + from);
    reading.catch(() => undefined); // looked at when its turn comes
    return reading;
  };
  let reading = read(0);
  try {
    while (done < length) {
      const { bytesRead, buffer } = await reading;
      if (bytesRead === 0) throw damaged('The archive is cut off.');
      done += bytesRead;
      turn = turn === 0 && blocks[1] ? 1 : 0;
      if (done < length) reading = read(done);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await reading.catch(() => undefined); // it must not write into what another one reads
    for (const block of blocks) if (block) spare.give(block);
  }
}
