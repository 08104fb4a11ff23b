// Work on many things, a few at a time, so that waiting for the disk does not add up.

/** Ends when nothing runs any more; rejects with the first that went wrong, and begins nothing after it. */
export async function sideBySide<T>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  let isOver = false;
  const runner = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done && !isOver; next = waiting.next()) {
      try {
        await work(next.value);
      } catch (error) {
        isOver = true;
        throw error;
      }
    }
  };
  const runners = await Promise.allSettled(Array.from({ length: atOnce }, runner));
  const failed = runners.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
