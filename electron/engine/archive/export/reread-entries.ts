// Reads entries of an archive again that is still being written, out of the file itself and through a descriptor of its own: headers, sizes,
// CRC-32, SHA-256, and each line of data. Made for a thread that does nothing else.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import { createHeapWatch } from '../../garbage.ts';
import { shownName } from '../format/archive-path.ts';
import { createLineChecker, type LineFindings } from '../format/line-checker.ts';
import { readFully } from '../zip/read-fully.ts';
import { blockBytes, createSpareBlocks } from '../zip/spare-blocks.ts';
import { readContent } from '../zip/zip-reader.ts';
import { localHeader, type ZipRecord } from '../zip/zip-records.ts';

/** Beside the engine's own, and little of it is kept. */
const mostGatheredBytes = 12 * 1024 * 1024;

export interface EntryRead {
  readonly name: string;
  readonly sha256: string;
  /** Why it is not what was written, or `null`. */
  readonly problem: string | null;
}

export interface Rereader {
  /** `onBytes` is told of what was read of the archive. */
  read(record: ZipRecord, onBytes: (sizeBytes: number) => void): Promise<EntryRead>;
  lines(): LineFindings;
  close(): Promise<void>;
}

export async function openRereader(path: string, schemaVersion: number): Promise<Rereader> {
  const file = await open(path, 'r');
  const block = Buffer.allocUnsafeSlow(blockBytes);
  const spare = createSpareBlocks();
  const lines = createLineChecker(schemaVersion);
  const watchHeap = createHeapWatch(mostGatheredBytes);

  /** As it is stored, so that neither a stream nor a turn is needed. */
  function readStored(record: ZipRecord, onBytes: (sizeBytes: number) => void): EntryRead {
    const header = localHeader(record);
    const end = record.offset + header.length + record.sizeBytes;
    const hash = createHash('sha256');
    let crc = 0;
    let isSound = true;
    for (let at = record.offset; at < end;) {
      const room = block.subarray(0, Math.min(block.length, end - at));
      const some = room.subarray(0, readFully(file.fd, room, at));
      if (some.length === 0) return wrong(record, 'is cut off');
      const isFirst = at === record.offset;
      if (isFirst && !some.subarray(0, header.length).equals(header)) isSound = false;
      const content = isFirst ? some.subarray(header.length) : some;
      hash.update(content);
      crc = crc32(content, crc);
      onBytes(content.length);
      at += some.length;
    }
    if (!isSound || crc !== record.crc32) return wrong(record);
    return { name: record.name, sha256: hash.digest('hex'), problem: null };
  }

  async function readDeflated(record: ZipRecord): Promise<EntryRead> {
    const { name } = record;
    const reader = /^data\/[^/]+\.jsonl$/.test(name) ? lines.begin(name) : null;
    const header = localHeader(record);
    const limit = record.offset + header.length + record.compressedSize;
    const found = block.subarray(0, header.length);
    const foundBytes = readFully(file.fd, found, record.offset);
    if (foundBytes < header.length || !found.equals(header)) return wrong(record);
    const hash = createHash('sha256');
    let crc = 0;
    try {
      for await (const some of readContent({ file, spare }, limit, entryOf(record))) {
        hash.update(some);
        crc = crc32(some, crc);
        reader?.take(some);
        watchHeap();
      }
      reader?.end();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'archive-damaged') throw error;
      return { name, sha256: '', problem: error.message };
    }
    if (crc !== record.crc32) return wrong(record);
    return { name, sha256: hash.digest('hex'), problem: null };
  }

  return {
    read: async (record, onBytes) => {
      if (record.method === 0) return readStored(record, onBytes);
      const read = await readDeflated(record);
      onBytes(record.compressedSize);
      return read;
    },
    lines: () => lines.found(),
    close: () => file.close(),
  };
}

const wrong = ({ name }: ZipRecord, what = 'was changed: its checksum is another'): EntryRead => ({
  name,
  sha256: '',
  problem: `${shownName(name)} ${what}.`,
});

const entryOf = (record: ZipRecord) => ({
  ...record,
  flags: 0x0800,
  isSpecial: false,
  isEncrypted: false,
  hasOtherName: false,
});
