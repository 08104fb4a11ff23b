// Lets go of memory that V8 would let go of late: what a socket was read into, which it counts late, and what long work over many rows
// leaves behind, for which it would rather take more.
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: {
  readonly type: 'minor' | 'major';
  /** `last-resort` also gives back the room that new objects had grown to. */
  readonly flavor?: 'last-resort';
}) => void;

let made: Collect | null = null;

function collector(): Collect {
  if (!made) {
    setFlagsFromString('--expose-gc');
    made = runInNewContext('gc') as Collect;
  }
  return made;
}

/** A collection of what was made last; well under a millisecond in an engine at work. */
export function collectYoungGarbage(): void {
  collector()({ type: 'minor' });
}

/** Everything that nothing refers to, and the room that it took; some tens of milliseconds. */
export function collectGarbage(): void {
  collector()({ type: 'major', flavor: 'last-resort' });
}

/** So much may gather. */
const usualMostBytes = 32 * 1024 * 1024;

/** To be called now and then in work that goes through many rows or files: its memory stays what is in use, and a little. */
export function createHeapWatch(mostGatheredBytes = usualMostBytes): () => void {
  let floor = Infinity;
  return () => {
    const now = bytesTaken();
    if (now - floor > mostGatheredBytes) {
      collectGarbage();
      floor = bytesTaken();
    } else floor = Math.min(floor, now);
  };
}

function bytesTaken(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return heap + outside;
}
