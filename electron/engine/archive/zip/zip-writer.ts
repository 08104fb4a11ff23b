// Writes one ZIP file front to back: text deflated, media stored, CRC-32 taken while the bytes pass.
// Own code and not a package because it is measured against `zip -0`: large blocks, native CRC, files copied in a thread.
// Knows nothing of what the entries mean; names were checked before they come here.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createHeapWatch } from '../../garbage.ts';
import { copyAside, copyHere } from './copy-aside.ts';
import type { Copied, FileToCopy } from './copy-files.ts';
import { createAppender } from './zip-appender.ts';
import { createDirectory } from './zip-directory-blocks.ts';
import { centralHeader, endRecords, localHeader, type ZipRecord } from './zip-records.ts';

export interface WrittenEntry {
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface TextOptions {
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  readonly signal?: AbortSignal | undefined;
}

export interface FileOptions {
  readonly signal: AbortSignal;
  /** Told of every block of content that was written, before anybody is told of what is complete. */
  readonly onBytes?: ((sizeBytes: number) => void) | undefined;
  /** Told of every file that is complete. */
  readonly onFile?: (() => void) | undefined;
  /** In a thread of their own. */
  readonly isAside: boolean;
}

export interface ZipWriter {
  /** Text or small bytes, deflated while they come. */
  addText(
    name: string,
    chunks: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
    options: TextOptions,
  ): Promise<WrittenEntry>;
  /** Files as they are. Resolves to what became of each, in their order; one that cannot be read is no error. */
  addFiles(files: Iterable<FileToCopy>, options: FileOptions): Promise<readonly Copied[]>;
  /** What was written so far. */
  readonly sizeBytes: number;
  /** Directory and fsync; the file is complete afterwards. */
  finish(): Promise<{ readonly entries: number; readonly sizeBytes: number }>;
  close(): Promise<void>;
}

export interface ZipWriterOptions {
  /** An entry is with the system as a whole, and may be read by others. Its SHA-256 where it was wanted. */
  readonly onEntry?: ((record: ZipRecord, sha256: string | null) => void) | undefined;
}

export async function createZipWriter(
  path: string,
  { onEntry }: ZipWriterOptions = {},
): Promise<ZipWriter> {
  /** Complete, but not yet with the system; with the place where each ends. */
  const gathered: { readonly record: ZipRecord; readonly sha256: string; readonly end: number }[] =
    [];
  const tell = (): void => {
    let count = 0;
    for (const { record, sha256, end } of gathered) {
      if (end > out.handedOver) break;
      onEntry?.(record, sha256);
      count += 1;
    }
    gathered.splice(0, count);
  };
  const out = createAppender(await open(path, 'wx', 0o600), tell);
  const directory = createDirectory();
  const watchHeap = createHeapWatch();

  async function addText(
    name: string,
    chunks: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
    options: TextOptions,
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
    directory.add(centralHeader(record));
    const sha256 = hash.digest('hex');
    gathered.push({ record, sha256, end: out.position });
    tell();
    return { sizeBytes, sha256 };
  }

  async function addFiles(
    files: Iterable<FileToCopy>,
    { signal, onBytes, onFile, isAside }: FileOptions,
  ): Promise<readonly Copied[]> {
    const all: Copied[] = [];
    await out.lend(async ({ fd, position: start, reached }) => {
      let position = start;
      await (isAside ? copyAside : copyHere)(files, {
        place: { fd, position },
        signal,
        onSome: (some) => {
          position = some.position;
          onBytes?.(some.sizeBytes);
          for (const one of some.copied) {
            all.push(one);
            if (!one.record) continue;
            directory.add(centralHeader(one.record));
            onEntry?.(one.record, one.sha256);
            onFile?.();
          }
          reached(position);
        },
      });
      return position;
    });
    watchHeap();
    return all;
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
    addFiles,
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
