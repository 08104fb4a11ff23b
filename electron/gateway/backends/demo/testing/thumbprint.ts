// What a frame looks like from afar: mean red, green and blue on a coarse grid. To tell pictures apart in tests.
import { toRgb } from '../finish/poster.ts';
import type { Planes } from '../finish/develop.ts';

const columns = 8;
const rows = 5;

export function thumbprint(planes: Planes): Float64Array {
  const { width, height } = planes;
  const rgb = toRgb(planes);
  const sums = new Float64Array(columns * rows * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y / height) * rows) * columns + Math.floor((x / width) * columns);
      for (let k = 0; k < 3; k++) {
        sums[cell * 3 + k] = (sums[cell * 3 + k] ?? 0) + (rgb[(y * width + x) * 3 + k] ?? 0);
      }
    }
  }
  const share = (columns * rows) / (width * height);
  return sums.map((sum) => sum * share);
}

/** Mean difference of two thumbprints in display values, 0..255. */
export function difference(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;
}

/** Pearson's correlation of two lists of the same length, -1..1. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = (list: ArrayLike<number>): number =>
    Array.from(list).reduce((s, v) => s + v, 0) / list.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const da = (a[i] ?? 0) - ma;
    const db = (b[i] ?? 0) - mb;
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / Math.sqrt(aa * bb);
}
