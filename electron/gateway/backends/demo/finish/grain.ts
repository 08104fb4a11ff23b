// Film grain: a fixed strip of bell-shaped noise, read from another place for every frame. It also hides banding.
import { createRandom } from '../random.ts';

const length = 1 << 18;

export function createGrain(seed: number): Float32Array {
  const random = createRandom(seed);
  const grain = new Float32Array(length);
  for (let i = 0; i < length; i++) grain[i] = random.next() + random.next() + random.next() - 1.5;
  return grain;
}

/** Where frame number `index` starts to read. */
export function grainOffset(index: number): number {
  return (index * 104729 + ((index * index * 7919) | 0)) & (length - 1);
}
