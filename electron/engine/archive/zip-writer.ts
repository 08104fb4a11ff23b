// Writes one ZIP file front to back: text deflated, media stored, CRC-32 and SHA-256 taken while the bytes pass.
// Own code and not a package because it is measured against `zip -0`: large blocks, native CRC, read and write overlapped.
// Knows nothing of what the entries mean; names were checked before they come here.
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createHeapWatch } from '../garbage.ts';
import { createDirectory } from './zip-directory-blocks.ts';
import { openSource, type SourceFile } from './source-file.ts';
import { createSpareBlocks } from './spare-blocks.ts';
import { centralHeader, endRecords, localHeader, type ZipRecord } from './zip-records.ts';

export { SourceChangedError } from './source-file.ts';

export interface WrittenEntry {
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface EntryOptions {
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  readonly signal?: AbortSignal | undefined;
  /** Called with every block of content that was written. */
  readonly onBytes?: ((sizeBytes: number) => void) | undefined;
}

export interface ZipWriter {
  /** Text or small bytes, deflated while they come. */
  addText(
    name: string,
    chunks: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
    options: EntryOptions,
  ): Promise<WrittenEntry>;
  /** A file as it is. Never follows a link. */
  addFile(name: string, file: string | SourceFile, options: EntryOptions): Promise<WrittenEntry>;
  /** Begins to read a file that is added soon. */
  prepare(path: string): SourceFile;
  /** What was written so far. */
  readonly sizeBytes: number;
  /** Directory and fsync; the file is complete afterwards. */
  finish(): Promise<{ readonly entries: number; readonly sizeBytes: number }>;
  close(): Promise<void>;
}

/** Sent to the disk together: headers and small files, so that many entries do not mean many writes. */
const gatherBytes = 1 << 20;
const syncAheadBytes = 1 << 26;

export async function createZipWriter(path: string): Promise<ZipWriter> {
  const out = createAppender(await open(path, 'wx', 0o600));
  const directory = createDirectory();
  const spare = createSpareBlocks();
  const watchHeap = createHeapWatch();

  function remember(record: ZipRecord): void {
    directory.add(centralHeader(record));
  }

  async function addText(
    name: string,
    chunks: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
    options: EntryOptions,
  ): Promise<WrittenEntry> {
    const draft = draftRecord(name, 8, out.position, options.modifiedAt, true);
    await out.append(localHeader(draft));
    const hash = createHash('sha256');
    let crc = 0;
    let sizeBytes = 0;
    let compressedSize = 0;
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        options.signal?.throwIfAborted();
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
        hash.update(bytes);
        crc = crc32(bytes, crc);
        sizeBytes += bytes.length;
        options.onBytes?.(bytes.length);
        watchHeap();
        yield bytes;
      }
    }
    await pipeline(
      Readable.from(counted(), { objectMode: false, highWaterMark: 1 << 18 }),
      createDeflateRaw({ level: 6, chunkSize: 1 << 16 }),
      async (pieces: AsyncIterable<Buffer>) => {
        for await (const piece of pieces) {
          compressedSize += piece.length;
          await out.append(piece);
        }
      },
    );
    const record = { ...draft, crc32: crc, sizeBytes, compressedSize };
    await out.overwrite(localHeader(record), record.offset);
    remember(record);
    return { sizeBytes, sha256: hash.digest('hex') };
  }

  async function addFile(
    name: string,
    source: string | SourceFile,
    options: EntryOptions,
  ): Promise<WrittenEntry> {
    const file = typeof source === 'string' ? openSource(source, spare) : source;
    const start = out.position;
    try {
      const sizeBytes = await file.sizeBytes;
      const draft = draftRecord(name, 0, out.position, options.modifiedAt, false);
      await out.append(localHeader({ ...draft, sizeBytes, compressedSize: sizeBytes }));
      const copied = await copyBlocks(file, out, options);
      watchHeap();
      const record = { ...draft, crc32: copied.crc32, sizeBytes, compressedSize: sizeBytes };
      await out.overwrite(localHeader(record), record.offset);
      remember(record);
      return { sizeBytes, sha256: copied.sha256 };
    } catch (error) {
      out.rewind(start); // the archive stays sound without this entry
      throw error;
    } finally {
      await file.close();
    }
  }

  async function finish(): Promise<{ entries: number; sizeBytes: number }> {
    const offset = out.position;
    for (const block of directory.blocks()) await out.append(block);
    const sizeBytes = out.position - offset;
    const { entries } = directory;
    await out.append(endRecords({ entries, offset, sizeBytes }));
    await out.seal();
    return { entries, sizeBytes: out.position };
  }

  return {
    addText,
    addFile,
    prepare: (source) => openSource(source, spare),
    get sizeBytes() {
      return out.position;
    },
    finish,
    close: () => out.close(),
  };
}

function draftRecord(
  name: string,
  method: 0 | 8,
  offset: number,
  modifiedAt: number,
  isStreamed: boolean,
): ZipRecord {
  return {
    name,
    method,
    offset,
    modifiedAt,
    isStreamed,
    crc32: 0,
    sizeBytes: 0,
    compressedSize: 0,
  };
}

/** The next block is read while the last one is written and hashed. */
async function copyBlocks(
  file: SourceFile,
  out: Appender,
  options: EntryOptions,
): Promise<{ readonly crc32: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let crc = 0;
  for await (const block of file.blocks()) {
    options.signal?.throwIfAborted();
    const writing = out.append(block);
    hash.update(block);
    crc = crc32(block, crc);
    await writing;
    options.onBytes?.(block.length);
  }
  return { crc32: crc, sha256: hash.digest('hex') };
}

interface Appender {
  readonly position: number;
  append(bytes: Buffer): Promise<void>;
  overwrite(bytes: Buffer, offset: number): Promise<void>;
  /** Forgets everything from `offset` on. */
  rewind(offset: number): void;
  /** Writes what is gathered, cuts off what was rewound, and waits for the disk. */
  seal(): Promise<void>;
  close(): Promise<void>;
}

function createAppender(file: FileHandle): Appender {
  const gathered = Buffer.allocUnsafe(gatherBytes);
  let fill = 0;
  let written = 0;
  let isOpen = true;
  let synced = 0;
  let syncing: Promise<void> | null = null;

  /** Lets the disk begin early, so that the last sync has little left to wait for. What fails here fails again there. */
  function syncAhead(): void {
    if (syncing || written - synced < syncAheadBytes) return;
    synced = written;
    syncing = file
      .datasync()
      .catch(() => undefined)
      .finally(() => {
        syncing = null;
      });
  }

  async function flush(): Promise<void> {
    if (fill === 0) return;
    await writeAll(file, gathered.subarray(0, fill), written);
    written += fill;
    fill = 0;
  }

  return {
    get position() {
      return written + fill;
    },
    append: async (bytes) => {
      if (fill + bytes.length > gatherBytes) await flush();
      if (bytes.length >= gatherBytes / 2) {
        await flush();
        await writeAll(file, bytes, written);
        written += bytes.length;
        syncAhead();
      } else {
        bytes.copy(gathered, fill);
        fill += bytes.length;
      }
    },
    overwrite: async (bytes, offset) => {
      if (offset >= written) bytes.copy(gathered, offset - written);
      else if (offset + bytes.length <= written) await writeAll(file, bytes, offset);
      else {
        await flush();
        await writeAll(file, bytes, offset);
      }
    },
    rewind: (offset) => {
      if (offset >= written) fill = offset - written;
      else {
        written = offset;
        fill = 0;
      }
    },
    seal: async () => {
      await flush();
      await syncing;
      await file.truncate(written);
      await file.sync();
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await syncing;
      await file.close();
    },
  };
}

async function writeAll(file: FileHandle, bytes: Buffer, offset: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}
