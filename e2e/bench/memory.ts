// The most memory that this process took while something ran, above what it took before. Bytes.

export async function growthBytes(action: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  await action();
  clearInterval(timer);
  return Math.max(0, most - before);
}
