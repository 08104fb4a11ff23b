// The memory of this process, in bytes: the most that something took above what was taken before, and what is in use.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

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

/** Of objects that something still refers to. */
export function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
