// The memory of this process, in bytes: the most that something took above what was taken before, and what is in use.
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Memory {
  /** What the process has made for itself. The system cannot take it away, unlike pages of files that are mapped. */
  readonly own: number;
  /** All that is resident, with pages of files: the system lets go of them when it wants the room. */
  readonly resident: number;
}

export async function growthBytes(action: () => Promise<unknown>): Promise<number> {
  return (await memoryGrowth(action)).resident;
}

export async function memoryGrowth(action: () => Promise<unknown>): Promise<Memory> {
  globalThis.gc?.();
  const before = memoryNow();
  let { own, resident } = before;
  const timer = setInterval(() => {
    const now = memoryNow();
    own = Math.max(own, now.own);
    resident = Math.max(resident, now.resident);
  }, 20);
  await action();
  clearInterval(timer);
  return { own: own - before.own, resident: resident - before.resident };
}

function memoryNow(): Memory {
  const resident = process.memoryUsage.rss();
  if (process.platform !== 'linux') return { own: resident, resident };
  const kibibytes = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (kibibytes === undefined) throw new Error('Linux does not tell of anonymous memory');
  return { own: Number(kibibytes) * 1024, resident };
}

/** Of objects that something still refers to. */
export function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
