// A file that goes into an archive: opened and its first block read before its turn comes. Never follows a link.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { blockBytes, type SpareBlocks } from './spare-blocks.ts';

export interface SourceFile {
  readonly sizeBytes: Promise<number>;
  /** Once. Each is valid until the one after the next is asked for. */
  blocks(): AsyncGenerator<Buffer>;
  /** When it was used, and also when it was not. */
  close(): Promise<void>;
}

/** The file became longer or shorter while it was copied. */
export class SourceChangedError extends Error {
  override readonly name = 'SourceChangedError';
  constructor(foundBytes: number, expectedBytes: number) {
    super(`Found ${foundBytes} bytes where there were ${expectedBytes}`);
  }
}

interface Opened {
  readonly file: FileHandle;
  readonly size: number;
}

interface Piece {
  readonly bytesRead: number;
  readonly block: Buffer;
}

export function openSource(path: string, spare: SpareBlocks): SourceFile {
  const blocks: Buffer[] = [];
  let reading: Promise<Piece> | null = null;
  const opening = openPlainly(path);
  const blockOf = (turn: number) => (blocks[turn] ??= spare.take());

  async function read(turn: number, position: number): Promise<Piece> {
    const { file } = await opening;
    const block = blockOf(turn);
    const { bytesRead } = await file.read(block, 0, blockBytes, position);
    return { bytesRead, block };
  }

  function begin(turn: number, position: number): Promise<Piece> {
    reading = read(turn, position);
    reading.catch(() => undefined); // looked at when its turn comes, or not at all after a cancel
    return reading;
  }

  const first = begin(0, 0);
  return {
    sizeBytes: quiet(opening.then(({ size }) => size)),
    async *blocks() {
      const { size } = await opening;
      let done = 0;
      let turn = 0;
      let next = first;
      while (done < size) {
        const { bytesRead, block } = await next;
        if (bytesRead === 0 || done + bytesRead > size) {
          throw new SourceChangedError(done + bytesRead, size);
        }
        done += bytesRead;
        turn = 1 - turn;
        if (done < size) next = begin(turn, done);
        yield block.subarray(0, bytesRead);
      }
    },
    close: async () => {
      await reading?.catch(() => undefined);
      const opened = await opening.catch(() => null); // told where its bytes were wanted
      for (const block of blocks.splice(0)) spare.give(block);
      await opened?.file.close();
    },
  };
}

async function openPlainly(path: string): Promise<Opened> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await file.stat();
    return { file, size };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
