// Blocks of memory that are used again: tens of thousands of files in blocks of their own would keep the garbage collector busy.

export interface SpareBlocks {
  take(): Buffer;
  /** Nobody reads it or writes into it any more. */
  give(block: Buffer): void;
}

export const blockBytes = 1 << 20;

export function createSpareBlocks(): SpareBlocks {
  const spare: Buffer[] = [];
  return {
    take: () => spare.pop() ?? Buffer.allocUnsafe(blockBytes),
    give: (block) => {
      spare.push(block);
    },
  };
}
