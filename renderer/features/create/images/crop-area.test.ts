import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cropOf, hasRatio, moveCrop, ratioOf, resizeCrop } from './crop-area.ts';

const size = fc.record({
  width: fc.integer({ min: 300, max: 9000 }),
  height: fc.integer({ min: 300, max: 9000 }),
});
const ratio = fc.constantFrom(16 / 9, 9 / 16, 1, 4 / 3);

it('is always within the image and of the shape', () => {
  const step = fc.record({
    left: fc.integer({ min: -9000, max: 9000 }),
    top: fc.integer({ min: -9000, max: 9000 }),
    share: fc.double({ min: 0.3, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(size, ratio, fc.array(step, { maxLength: 5 }), (image, wanted, steps) => {
      let area = cropOf(image, wanted);
      for (const { left, top, share } of steps) {
        area = resizeCrop(image, moveCrop(image, area, left, top), wanted, share);
      }
      expect(area.left).toBeGreaterThanOrEqual(0);
      expect(area.top).toBeGreaterThanOrEqual(0);
      expect(area.left + area.width).toBeLessThanOrEqual(image.width);
      expect(area.top + area.height).toBeLessThanOrEqual(image.height);
      expect(hasRatio(area, wanted)).toBe(true);
    }),
  );
});

it('is the largest part in the middle to begin with', () => {
  expect(cropOf({ width: 1000, height: 1000 }, 2)).toEqual({
    left: 0,
    top: 250,
    width: 1000,
    height: 500,
  });
});

it.each([
  ['16:9', 16 / 9],
  ['1:1', 1],
  ['0:1', null],
  ['wide', null],
  [5, null],
])('reads %j', (text, expected) => expect(ratioOf(text)).toBe(expected));
