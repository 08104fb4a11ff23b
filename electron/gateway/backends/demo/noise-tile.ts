// A square of noise that repeats without a seam: cheap to look up for every pixel of every frame.
import { createRandom } from './random.ts';

export interface NoiseTile {
  /** A power of two. */
  readonly side: number;
  /** 0..1, stretched to use the whole range. */
  readonly values: Float32Array;
}

/** `cells`: features over the side, a power of two. */
export function createNoiseTile(seed: number, cells = 8, octaves = 5, side = 256): NoiseTile {
  const random = createRandom(seed);
  const values = new Float32Array(side * side);
  let strength = 1;
  for (let octave = 0, count = cells; octave < octaves && count < side; octave++, count *= 2) {
    addOctave(values, side, count, strength, random.next);
    strength *= 0.5;
  }
  stretch(values);
  return { side, values };
}

function addOctave(
  values: Float32Array,
  side: number,
  count: number,
  strength: number,
  next: () => number,
): void {
  const grid = new Float32Array(count * count);
  for (let i = 0; i < grid.length; i++) grid[i] = next();
  const step = count / side;
  for (let y = 0; y < side; y++) {
    const gy = Math.floor(y * step);
    const v = smooth(y * step - gy);
    const row0 = (gy % count) * count;
    const row1 = ((gy + 1) % count) * count;
    for (let x = 0; x < side; x++) {
      const gx = Math.floor(x * step);
      const u = smooth(x * step - gx);
      const x1 = (gx + 1) % count;
      const a = grid[row0 + gx] as number;
      const b = grid[row0 + x1] as number;
      const c = grid[row1 + gx] as number;
      const d = grid[row1 + x1] as number;
      const top = a + (b - a) * u;
      values[y * side + x] =
        (values[y * side + x] as number) + strength * (top + (c + (d - c) * u - top) * v);
    }
  }
}

function smooth(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function stretch(values: Float32Array): void {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const scale = 1 / Math.max(1e-6, high - low);
  for (let i = 0; i < values.length; i++) values[i] = ((values[i] as number) - low) * scale;
}

/** Smooth look-up; the tile repeats every 1 in x and y. */
export function sampleTile(tile: NoiseTile, x: number, y: number): number {
  const { side, values } = tile;
  const mask = side - 1;
  const px = x * side;
  const py = y * side;
  const xFloor = Math.floor(px);
  const yFloor = Math.floor(py);
  const u = px - xFloor;
  const v = py - yFloor;
  const x0 = xFloor & mask;
  const x1 = (x0 + 1) & mask;
  const row0 = (yFloor & mask) * side;
  const row1 = ((yFloor + 1) & mask) * side;
  const a = values[row0 + x0] as number;
  const b = values[row0 + x1] as number;
  const c = values[row1 + x0] as number;
  const d = values[row1 + x1] as number;
  const top = a + (b - a) * u;
  return top + (c + (d - c) * u - top) * v;
}
