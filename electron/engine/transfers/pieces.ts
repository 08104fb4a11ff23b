// Buffers of one size for what is written to files in large pieces. A few are kept for the next file: made anew for each of many small
// files, they make the collector of garbage go through the whole heap every few files.

export interface Pieces {
  readonly pieceBytes: number;
  /** What is in it is of no meaning. */
  take(): Buffer;
  /** Nothing may refer to it any more. */
  give(piece: Buffer): void;
}

export const mostPieceBytes = 1024 * 1024;
const leastPieceBytes = 64 * 1024;
const mostKept = 4;

/** For one file: no larger than it needs. */
export const pieceBytesFor = (fileBytes: number) =>
  Math.min(mostPieceBytes, Math.max(leastPieceBytes, fileBytes));

export function createPieces(pieceBytes = mostPieceBytes): Pieces {
  const kept: Buffer[] = [];
  return {
    pieceBytes,
    take: () => kept.pop() ?? Buffer.allocUnsafeSlow(pieceBytes),
    give: (piece) => {
      if (kept.length < mostKept) kept.push(piece);
    },
  };
}
