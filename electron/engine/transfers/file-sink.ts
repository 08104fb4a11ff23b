// Writes a stream of chunks to a file in large pieces, hashing on the way. Holds a few MiB at most, whatever the size.
import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

const pieceBytes = 1024 * 1024;
/** Dirty pages are handed to the disk this often, so that the last sync has little left to do. */
const syncEveryBytes = 64 * 1024 * 1024;

export interface FileSink {
  /** Resolves when more may be written. */
  write(chunk: Buffer): Promise<void> | undefined;
  /** Everything is on disk when this resolves. */
  finish(): Promise<void>;
  /** Waits for what is being written; keeps what was written. */
  abandon(): Promise<void>;
  /** Hex; only after `finish`. */
  sha256(): string;
  readonly bytes: number;
}

export function createFileSink(file: FileHandle, offset: number, hash: Hash): FileSink {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  let position = offset;
  let unsyncedBytes = 0;
  let writing: Promise<void> | undefined;
  let syncing: Promise<void> | undefined;

  async function writeAll(pieces: Buffer[], at: number): Promise<void> {
    let left = pieces;
    let start = at;
    while (left.length > 0) {
      const { bytesWritten } = await file.writev(left, start);
      start += bytesWritten;
      left = dropBytes(left, bytesWritten);
    }
  }

  function flush(): Promise<void> {
    const pieces = pending;
    const bytes = pendingBytes;
    const at = position;
    pending = [];
    pendingBytes = 0;
    position += bytes;
    unsyncedBytes += bytes;
    const before = writing ?? Promise.resolve();
    const next = before.then(() => writeAll(pieces, at)).then(syncSometimes);
    next.catch(() => undefined); // the piece after it, or the end, meets the error
    writing = next;
    return before; // one piece in flight while the next one fills
  }

  function syncSometimes(): void {
    if (unsyncedBytes < syncEveryBytes || syncing) return;
    unsyncedBytes = 0;
    syncing = file.datasync().then(
      () => {
        syncing = undefined;
      },
      () => {
        syncing = undefined; // the last sync tells
      },
    );
  }

  return {
    write: (chunk) => {
      hash.update(chunk);
      pending.push(chunk);
      pendingBytes += chunk.length;
      return pendingBytes >= pieceBytes ? flush() : undefined;
    },
    finish: async () => {
      if (pendingBytes > 0) await flush();
      await writing;
      await syncing;
      await file.sync();
    },
    abandon: async () => {
      if (pendingBytes > 0) await flush().catch(() => undefined); // the first error is the one that counts
      await writing?.catch(() => undefined);
      await syncing;
    },
    sha256: () => hash.digest('hex'),
    get bytes() {
      return position + pendingBytes;
    },
  };
}

function dropBytes(pieces: Buffer[], bytes: number): Buffer[] {
  let left = bytes;
  return pieces.flatMap((piece) => {
    const dropped = Math.min(left, piece.length);
    left -= dropped;
    return dropped === piece.length ? [] : [piece.subarray(dropped)];
  });
}

/** Feeds the first bytes of a file to a hash. */
export async function hashFile(file: FileHandle, bytes: number): Promise<Hash> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(pieceBytes);
  let position = 0;
  while (position < bytes) {
    const wanted = Math.min(buffer.length, bytes - position);
    const { bytesRead } = await file.read(buffer, 0, wanted, position);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
  return hash;
}
