// The bytes of one open file into another: in pieces, hashed on the way, on the disk at the end. Who opened the files closes them.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { createFileSink } from './file-sink.ts';
import { createPieces, mostPieceBytes, pieceBytesFor } from './pieces.ts';

export interface PourOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

export interface Poured {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Ends soon after a source that grows meanwhile is longer than it was. When it rejects, nothing is written any more. */
export async function pour(
  source: FileHandle,
  target: FileHandle,
  { signal, onBytes }: PourOptions = {},
): Promise<Poured> {
  const { size } = await source.stat();
  const sink = createFileSink(target, 0, createHash('sha256'), createPieces(pieceBytesFor(size)));
  const piece = Buffer.allocUnsafe(mostPieceBytes);
  try {
    while (sink.bytes <= size) {
      signal?.throwIfAborted();
      const { bytesRead } = await source.read(piece, 0, piece.length, sink.bytes);
      if (bytesRead === 0) break;
      await sink.write(piece.subarray(0, bytesRead));
      onBytes?.(bytesRead);
    }
  } catch (thrown) {
    await sink.abandon();
    throw thrown;
  }
  await sink.finish();
  return { sha256: sink.sha256(), sizeBytes: sink.bytes };
}
