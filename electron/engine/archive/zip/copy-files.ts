// Copies files into an archive that is being written, one behind the other, in calls that wait: made for a thread that does nothing else.
// Headers and small files go out together; CRC-32 is taken while the bytes pass. Never follows a link.
import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { readFully } from './read-fully.ts';
import { crcAt, localHeader, type ZipRecord } from './zip-records.ts';

export interface FileToCopy {
  /** In the archive. */
  readonly name: string;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  readonly wantsHash: boolean;
}

export type Copied =
  /** `sha256` of the bytes that were read, where it was wanted. */
  | { readonly record: ZipRecord; readonly sha256: string | null }
  /** It cannot be read, or became longer or shorter meanwhile. The archive is sound without it. */
  | { readonly record: null; readonly name: string; readonly reason: string };

export interface CopiedSome {
  /** Bytes of content that were handed to the system since the last time. */
  readonly sizeBytes: number;
  /** Files that are complete in the archive, in their order. */
  readonly copied: readonly Copied[];
  /** How far the archive has come. It goes back when a long file turns out to be no good. */
  readonly position: number;
}

export interface CopyPlace {
  readonly fd: number;
  readonly position: number;
}

const blockBytes = 1 << 20;

/** Yields whenever something was handed to the system. Throws what is about the archive and not about one file. */
export function* copyFiles(
  files: Iterable<FileToCopy>,
  place: CopyPlace,
): Generator<CopiedSome, void> {
  const block = createBlock(place);
  let copied: Copied[] = [];
  const told = (sizeBytes: number, position = block.position): CopiedSome => {
    const some = { sizeBytes, copied, position };
    copied = [];
    return some;
  };
  for (const file of files) {
    let source: Source | null = null;
    try {
      source = openPlainly(file.path);
      const header = localHeader(draftOf(file, source, block.position));
      const isSmall = header.length + source.sizeBytes < blockBytes;
      if (!isSmall || !block.hasRoom(header.length + source.sizeBytes + 1))
        yield told(block.flush());
      const one = isSmall
        ? copySmall(file, source, { header, block })
        : yield* copyLarge(file, source, { header, block, told });
      copied.push(one);
    } catch (error) {
      if (!isAboutTheFile(error)) throw error;
      copied.push({ record: null, name: file.name, reason: error.message });
    } finally {
      if (source) closeSync(source.fd);
    }
  }
  yield told(block.flush());
}

interface Source {
  readonly fd: number;
  readonly sizeBytes: number;
}

interface Block {
  readonly position: number;
  hasRoom(sizeBytes: number): boolean;
  /** Free room behind what is gathered. */
  rest(): Buffer;
  /** `sizeBytes` of it are filled, of which so many are content. */
  keep(sizeBytes: number, contentBytes: number): void;
  /** Writes what is gathered and says how much content that was. */
  flush(): number;
  /** Writes elsewhere, with nothing gathered. */
  write(bytes: Buffer, at: number): void;
  skipTo(position: number): void;
}

function createBlock(place: CopyPlace): Block {
  const bytes = Buffer.allocUnsafeSlow(blockBytes);
  let start = place.position;
  let fill = 0;
  let content = 0;
  const write = (some: Buffer, at: number): void => {
    for (let done = 0; done < some.length;) {
      done += writeSync(place.fd, some, done, some.length - done, at + done);
    }
  };
  return {
    get position() {
      return start + fill;
    },
    hasRoom: (sizeBytes) => fill + sizeBytes <= blockBytes,
    rest: () => bytes.subarray(fill),
    keep: (sizeBytes, contentBytes) => {
      fill += sizeBytes;
      content += contentBytes;
    },
    flush: () => {
      if (fill > 0) write(bytes.subarray(0, fill), start);
      start += fill;
      const flushed = content;
      fill = content = 0;
      return flushed;
    },
    write,
    skipTo: (position) => {
      start = position;
    },
  };
}

/** Content is read to where it will be written from. */
function copySmall(
  file: FileToCopy,
  source: Source,
  { header, block }: { readonly header: Buffer; readonly block: Block },
): Copied {
  const rest = block.rest();
  const { sizeBytes } = source;
  const most = rest.subarray(header.length, header.length + sizeBytes + 1); // one more, to see that it ends
  const found = readFully(source.fd, most, null);
  if (found !== sizeBytes) throw new SourceChangedError(found, sizeBytes);
  const content = most.subarray(0, sizeBytes);
  const record = { ...draftOf(file, source, block.position), crc32: crc32(content) };
  const sha256 = file.wantsHash ? createHash('sha256').update(content).digest('hex') : null;
  header.writeUInt32LE(record.crc32, crcAt);
  header.copy(rest);
  block.keep(header.length + sizeBytes, sizeBytes);
  return { record, sha256 };
}

/** Block by block; its header is completed at the end. Nothing is gathered when this begins. */
function* copyLarge(
  file: FileToCopy,
  source: Source,
  {
    header,
    block,
    told,
  }: {
    readonly header: Buffer;
    readonly block: Block;
    readonly told: (sizeBytes: number, position?: number) => CopiedSome;
  },
): Generator<CopiedSome, Copied> {
  const draft = draftOf(file, source, block.position);
  const hash: Hash | null = file.wantsHash ? createHash('sha256') : null;
  let crc = 0;
  let done = 0;
  for (;;) {
    const room = block.rest();
    const found = readFully(source.fd, room, null);
    const some = room.subarray(0, found);
    if (done + found > source.sizeBytes)
      throw new SourceChangedError(done + found, source.sizeBytes);
    crc = crc32(some, crc);
    hash?.update(some);
    block.write(some, draft.offset + header.length + done);
    done += found;
    if (found > 0) yield told(found, draft.offset + header.length + done);
    if (found < room.length) break;
  }
  if (done !== source.sizeBytes) throw new SourceChangedError(done, source.sizeBytes);
  header.writeUInt32LE(crc, crcAt);
  block.write(header, draft.offset);
  block.skipTo(draft.offset + header.length + done);
  return { record: { ...draft, crc32: crc }, sha256: hash?.digest('hex') ?? null };
}

function draftOf(file: FileToCopy, { sizeBytes }: Source, offset: number): ZipRecord {
  return {
    name: file.name,
    method: 0,
    offset,
    modifiedAt: file.modifiedAt,
    isStreamed: false,
    crc32: 0,
    sizeBytes,
    compressedSize: sizeBytes,
  };
}

function openPlainly(path: string): Source {
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    return { fd, sizeBytes: fstatSync(fd).size };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

class SourceChangedError extends Error {
  override readonly name = 'SourceChangedError';
  constructor(foundBytes: number, expectedBytes: number) {
    super(`Found ${foundBytes} bytes where there were ${expectedBytes}`);
  }
}

/** One file that cannot be read must not cost the whole export; a full disk must. */
function isAboutTheFile(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error instanceof SourceChangedError) return true;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return (
    (syscall === 'open' || syscall === 'read') &&
    ['ENOENT', 'EACCES', 'EPERM', 'EIO', 'ELOOP', 'EISDIR', 'EBUSY'].includes(code ?? '')
  );
}
