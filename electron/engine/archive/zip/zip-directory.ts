// Reads the list of files at the end of a ZIP of unknown origin. Stricter than ZIP itself: one end, one list, nothing before, between
// or behind, so that every reader sees the same archive. Pure but for the reading function that it is given.
import { AppError } from '#shared/errors.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly sizeBytes: number;
  readonly offset: number;
  /** Something else than a plain file or a folder: a link, a pipe, a device. */
  readonly isSpecial: boolean;
  readonly isEncrypted: boolean;
  /** Some readers would see another name. */
  readonly hasOtherName: boolean;
}

/** Where the list is, as the end of the file says. */
export interface Directory {
  readonly count: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

const endBytes = 22;
const longEndBytes = 56;
const locatorBytes = 20;
/** How much of the end is looked at: all records, and the longest comment. */
export const tailBytes = endBytes + locatorBytes + longEndBytes + 0xffff;
const most32 = 0xffffffff;
const mostEntries = 4_000_000;
const fixedBytes = 46;

const damaged = (message: string) => new AppError('archive-damaged', message);
const damagedList = () => damaged('The list of files in the archive is damaged.');

/** `tail` is the end of a file of `size` bytes. */
export function findDirectory(tail: Buffer, size: number): Directory {
  const end = tail.length - endBytes;
  if (end < 0 || tail.readUInt32LE(end) !== 0x06054b50 || tail.readUInt16LE(end + 20) !== 0) {
    const isBehind = tail.includes(Buffer.from('PK\u0005\u0006'));
    throw damaged(
      isBehind
        ? 'The archive has something behind its end that does not belong to it, or its end is damaged.'
        : 'This is not a ZIP archive, or its end is missing. A copy or download may have stopped early.',
    );
  }
  const locator = end - locatorBytes;
  const isLong = locator >= longEndBytes && tail.readUInt32LE(locator) === 0x07064b50;
  const { start, ...directory } = isLong
    ? readLongEnd(tail, locator, size)
    : { ...readEnd(tail, end), start: size - endBytes };
  if (directory.count > mostEntries)
    throw damaged('The archive lists more files than it can hold.');
  if (directory.offset + directory.sizeBytes !== start) throw damagedList();
  return directory;
}

function readEnd(tail: Buffer, at: number): Directory {
  const disks = tail.readUInt16LE(at + 4) + tail.readUInt16LE(at + 6);
  const count = tail.readUInt16LE(at + 10);
  if (disks !== 0 || tail.readUInt16LE(at + 8) !== count) throw damagedList();
  return { count, sizeBytes: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
}

function readLongEnd(
  tail: Buffer,
  locator: number,
  size: number,
): Directory & { readonly start: number } {
  const at = locator - longEndBytes;
  const start = size - endBytes - locatorBytes - longEndBytes;
  const short = readEndLoosely(tail, tail.length - endBytes);
  const count = readLong(tail, at + 32);
  const sizeBytes = readLong(tail, at + 40);
  const offset = readLong(tail, at + 48);
  const isWhole =
    tail.readUInt32LE(at) === 0x06064b50 &&
    readLong(tail, at + 4) === longEndBytes - 12 &&
    readLong(tail, locator + 8) === start &&
    tail.readUInt32LE(locator + 4) === 0 &&
    readLong(tail, at + 24) === count &&
    (short.count === 0xffff || short.count === count) &&
    (short.sizeBytes === most32 || short.sizeBytes === sizeBytes) &&
    (short.offset === most32 || short.offset === offset);
  if (!isWhole) throw damagedList();
  return { count, sizeBytes, offset, start };
}

function readEndLoosely(tail: Buffer, at: number): Directory {
  return {
    count: tail.readUInt16LE(at + 10),
    sizeBytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
}

/** Larger than a file can be is as good as damaged. */
function readLong(bytes: Buffer, at: number): number {
  if (at < 0 || at + 8 > bytes.length) throw damagedList();
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damagedList();
  return Number(value);
}

/** Blocks of the directory in, entries out. */
export async function* parseDirectory(
  { count, offset }: Directory,
  blocks: AsyncIterable<Buffer>,
): AsyncGenerator<ZipEntry> {
  let rest = Buffer.alloc(0);
  let left = count;
  let first = Infinity;
  for await (const block of blocks) {
    rest = Buffer.concat([rest, block]);
    let at = 0;
    for (;;) {
      const length = recordLength(rest, at);
      if (length === null || at + length > rest.length) break;
      left -= 1;
      if (left < 0) throw damagedList();
      const entry = parseRecord(rest.subarray(at, at + length));
      if (entry.offset + 30 + entry.compressedSize > offset) throw damagedList();
      first = Math.min(first, entry.offset);
      yield entry;
      at += length;
    }
    rest = rest.subarray(at);
  }
  if (left !== 0 || rest.length > 0) throw damagedList();
  if (count > 0 && first !== 0) {
    throw damaged('The file begins with something that does not belong to the archive.');
  }
}

function recordLength(bytes: Buffer, at: number): number | null {
  if (bytes.length - at < fixedBytes) return null;
  if (bytes.readUInt32LE(at) !== 0x02014b50) throw damagedList();
  const variable =
    bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  return fixedBytes + variable;
}

function parseRecord(bytes: Buffer): ZipEntry {
  const flags = bytes.readUInt16LE(8);
  const nameEnd = fixedBytes + bytes.readUInt16LE(28);
  const name = decodeName(bytes.subarray(fixedBytes, nameEnd));
  const extra = extraFields(bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(30)));
  const long = createSizeReader(extra.get(0x0001));
  const sizeBytes = long(bytes.readUInt32LE(24));
  const compressedSize = long(bytes.readUInt32LE(20));
  const offset = long(bytes.readUInt32LE(42));
  if (bytes.readUInt16LE(34) !== 0) throw damagedList(); // on another disk
  const attributes = bytes.readUInt32LE(38);
  const kind = (attributes >>> 28) & 0xf; // of Unix: 8 is a file, 4 a folder
  const isPlain = kind === 0 || kind === 8 || (kind === 4 && name.endsWith('/'));
  const otherName = extra.get(0x7075)?.subarray(5);
  return {
    name,
    method: bytes.readUInt16LE(10),
    flags,
    crc32: bytes.readUInt32LE(16),
    compressedSize,
    sizeBytes,
    offset,
    isSpecial: !isPlain || (attributes & 0x400) !== 0, // 0x400: a junction of Windows
    isEncrypted: (flags & 0x2041) !== 0,
    hasOtherName: otherName !== undefined && decodeName(otherName) !== name,
  };
}

/** Figures that do not fit into 32 bits stand in an extra field, in this order and only where they are needed. */
export function createSizeReader(field: Buffer | undefined): (figure: number) => number {
  let at = 0;
  return (figure) => {
    if (figure !== most32) return figure;
    if (!field) throw damagedList();
    at += 8;
    return readLong(field, at - 8);
  };
}

export function extraFields(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    if (end > bytes.length) throw damagedList();
    const id = bytes.readUInt16LE(at);
    if (fields.has(id)) throw damagedList();
    fields.set(id, bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

export function decodeName(name: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    return name.toString('latin1'); // never a name of ours; shown and refused as it is
  }
}
