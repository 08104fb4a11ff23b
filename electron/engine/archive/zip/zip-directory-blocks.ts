// The directory of a ZIP while it grows: its records one after the other in a few large blocks. Kept as they are made, each small buffer
// would keep a whole slab of Node's pool with it, and a hundred thousand records ten times their size.

export interface Directory {
  add(record: Buffer): void;
  readonly entries: number;
  /** In the order in which they were added. */
  blocks(): Iterable<Buffer>;
}

const blockBytes = 256 * 1024;

export function createDirectory(): Directory {
  const full: Buffer[] = [];
  let block = Buffer.allocUnsafeSlow(blockBytes);
  let fill = 0;
  let entries = 0;
  return {
    add: (record) => {
      if (fill + record.length > block.length) {
        full.push(block.subarray(0, fill));
        block = Buffer.allocUnsafeSlow(Math.max(blockBytes, record.length));
        fill = 0;
      }
      fill += record.copy(block, fill);
      entries += 1;
    },
    get entries() {
      return entries;
    },
    *blocks() {
      yield* full;
      if (fill > 0) yield block.subarray(0, fill);
    },
  };
}
