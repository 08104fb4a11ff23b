// Buffers of one size for what is written to files in large pieces. A few are kept for the next file: made anew for each of many small
// files, they make the collector of garbage go through the whole heap every few files.

import { collectYoungGarbage } from '../garbage.ts';

export interface Pieces {
  readonly pieceBytes: number;
  /** What is in it is of no meaning. */
  take(): Buffer;
  /** Nothing may refer to it any more. */
  give(piece: Buffer): void;
  /** So much of a socket was copied into pieces. Every so often its own buffers are let go of, whichever file they were for. */
  copied(bytes: number): void;
}

export const mostPieceBytes = 1024 * 1024;
const leastPieceBytes = 64 * 1024;
const mostKept = 4;
const collectEveryBytes = 16 * 1024 * 1024;

/** For one file: no larger than it needs. */
export const pieceBytesFor = (fileBytes: number) =>
  Math.min(mostPieceBytes, Math.max(leastPieceBytes, fileBytes));

export function createPieces(pieceBytes = mostPieceBytes): Pieces {
  const kept: Buffer[] = [];
  let copiedBytes = 0;
  return {
    pieceBytes,
    take: () => kept.pop() ?? Buffer.allocUnsafeSlow(pieceBytes),
    give: (piece) => {
      if (kept.length < mostKept) kept.push(piece);
    },
    copied: (bytes) => {
      copiedBytes += bytes;
      if (copiedBytes < collectEveryBytes) return;
      copiedBytes = 0;
      collectYoungGarbage();
    },
  };
}
