// What a file can look like after a power cut: as it was when it was last durable, with any of the pages that were written since.
// Pure; the notes are those of unsynced.c.
import type { Dice } from '../dice.ts';

/** A write, or a new size (`bytes` is `null`). */
export interface FileChange {
  /** Bytes from the start; of a new size, the size. */
  readonly offset: number;
  readonly bytes: Buffer | null;
}

const headerBytes = 16;
const pageBytes = 4096;
const isNewSize = -1n;

/** The last change may be there in part only, when the process was killed while it was noted: nobody relied on it. */
export function readChanges(notes: Buffer): FileChange[] {
  const changes: FileChange[] = [];
  let at = 0;
  while (at + headerBytes <= notes.length) {
    const offset = notes.readBigInt64LE(at);
    const length = Number(notes.readBigInt64LE(at + 8));
    at += headerBytes;
    if (offset === isNewSize) {
      changes.push({ offset: length, bytes: null });
      continue;
    }
    if (at + length > notes.length) break;
    changes.push({ offset: Number(offset), bytes: notes.subarray(at, at + length) });
    at += length;
  }
  return changes;
}

/** All that was written is lost, or every page is for itself; `null` when all of it has reached the disk. */
export function afterPowerCut(
  before: Buffer,
  changes: readonly FileChange[],
  dice: Dice,
): Buffer | null {
  const luck = dice.below(10);
  if (luck < 2) return null;
  if (luck < 6) return before;
  return changes
    .flatMap(toPages)
    .filter(() => dice.chance(0.5))
    .reduce(apply, before);
}

function toPages({ offset, bytes }: FileChange): FileChange[] {
  if (bytes === null) return [{ offset, bytes }];
  const pages: FileChange[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + pageBytes - ((offset + at) % pageBytes));
    pages.push({ offset: offset + at, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return pages;
}

function apply(content: Buffer, { offset, bytes }: FileChange): Buffer {
  const sizeBytes = bytes === null ? offset : Math.max(content.length, offset + bytes.length);
  const changed = Buffer.alloc(sizeBytes);
  content.copy(changed);
  bytes?.copy(changed, offset);
  return changed;
}
