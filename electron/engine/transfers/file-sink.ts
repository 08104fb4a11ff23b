// Writes a stream of chunks to a file in large pieces, hashing on the way. Holds a few MiB at most, whatever the size.
import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { failpoint } from '../failpoint.ts';
import { pieceBytesFor, type Pieces } from './pieces.ts';

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

/**
 * Chunks are copied into two pieces that take turns: one fills while the other is written. So the many small buffers of a
 * socket die young, and memory stays flat however large the file is. The pieces go back after `finish` or `abandon`.
 */
export function createFileSink(
  file: FileHandle,
  offset: number,
  hash: Hash,
  pieces: Pieces,
): FileSink {
  const { pieceBytes } = pieces;
  let filling = pieces.take();
  let spare = pieces.take();
  let filledBytes = 0;
  let position = offset;
  let unsyncedBytes = 0;
  let writing: Promise<void> = Promise.resolve();
  let syncing: Promise<void> | undefined;

  async function writeAll(piece: Buffer, at: number): Promise<void> {
    let written = 0;
    while (written < piece.length) {
      const { bytesWritten } = await file.write(
        piece,
        written,
        piece.length - written,
        at + written,
      );
      written += bytesWritten;
    }
    syncSometimes();
  }

  /** Resolves when the other piece is free. */
  function turn(): Promise<void> {
    const piece = filling.subarray(0, filledBytes);
    const at = position;
    hash.update(piece);
    position += filledBytes;
    unsyncedBytes += filledBytes;
    filledBytes = 0;
    [filling, spare] = [spare, filling];
    const before = writing;
    writing = before.then(() => writeAll(piece, at));
    writing.catch(() => undefined); // the next turn, or the end, meets the error
    return before;
  }

  async function writeSlowly(chunk: Buffer): Promise<void> {
    for (let taken = 0; taken < chunk.length;) {
      const count = Math.min(pieceBytes - filledBytes, chunk.length - taken);
      chunk.copy(filling, filledBytes, taken, taken + count);
      filledBytes += count;
      taken += count;
      if (filledBytes === pieceBytes) await turn();
    }
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

  let areBack = false;
  function giveBack(): void {
    if (areBack) return;
    areBack = true;
    pieces.give(filling);
    pieces.give(spare);
  }

  return {
    write: (chunk) => {
      if (filledBytes + chunk.length >= pieceBytes) return writeSlowly(chunk);
      chunk.copy(filling, filledBytes);
      filledBytes += chunk.length;
      return undefined;
    },
    finish: async () => {
      if (filledBytes > 0) await turn();
      await writing;
      giveBack();
      await syncing;
      failpoint('download written');
      await file.sync();
    },
    abandon: async () => {
      if (filledBytes > 0) await turn().catch(() => undefined); // the first error is the one that counts
      await writing.catch(() => undefined);
      giveBack();
      await syncing;
    },
    sha256: () => hash.digest('hex'),
    get bytes() {
      return position + filledBytes;
    },
  };
}

/** Feeds the first bytes of a file to a hash. */
export async function hashFile(file: FileHandle, bytes: number): Promise<Hash> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(pieceBytesFor(bytes));
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
