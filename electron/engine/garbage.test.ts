import { getHeapStatistics } from 'node:v8';
import { expect, it } from 'vitest';
import { createHeapWatch } from './garbage.ts';

const megabyte = 1024 * 1024;
const kept = 100;

/** The most that is taken while thousands of pieces of text come and go, of which a few are in use. Bytes. */
function mostTaken(afterEach: () => void): number {
  const inUse: string[][] = [];
  const before = getHeapStatistics().used_heap_size;
  let most = 0;
  for (let count = 0; count < 6000; count += 1) {
    inUse.push(
      Array.from({ length: 1000 }, (_, index) => `${count} ${index} of a line that is read`),
    );
    if (inUse.length > kept) inUse.shift();
    afterEach();
    most = Math.max(most, getHeapStatistics().used_heap_size - before);
  }
  return most;
}

it('keeps the memory of long work at what is in use and a little', () => {
  const watched = mostTaken(createHeapWatch());
  expect(watched).toBeLessThan(52 * megabyte);
});
