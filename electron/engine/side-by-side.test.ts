import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

test('everything is done, never more than so many at once', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await sideBySide([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    done.push(item);
  });
  expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test('after the first failure nothing is begun, and what runs has ended before it is told', async () => {
  const begun: number[] = [];
  let running = 0;
  const work = sideBySide([1, 2, 3, 4, 5, 6], 2, async (item) => {
    begun.push(item);
    running += 1;
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (item === 1) throw new Error('The first has failed');
  });
  await expect(work).rejects.toThrow('The first has failed');
  expect(running).toBe(0);
  expect(begun.length).toBeLessThan(6);
});
