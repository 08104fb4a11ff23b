// Smooth value noise and its sums: the raw matter of clouds, ridges, bark and water. Pure.
import { createRandom } from './random.ts';

const side = 256;
const mask = side - 1;

/** noise(x, y, s): 0..1, smooth, a feature per unit; `s` picks another field. */
export interface Noise {
  (x: number, y: number, s?: number): number;
  /** Octaves of half the size and `gain` of the strength, back to 0..1. */
  fbm(x: number, y: number, octaves: number, s?: number, gain?: number): number;
  /** Sharp crests: 0..1. */
  ridged(x: number, y: number, octaves: number, s?: number): number;
}

export function createNoise(seed: number): Noise {
  const random = createRandom(seed);
  const table = new Float32Array(side * side);
  for (let i = 0; i < table.length; i++) table[i] = random.next();

  const noise = (px: number, py: number, s = 0): number => {
    const x = px + s * 37.7;
    const y = py + s * 91.3;
    const xFloor = Math.floor(x);
    const yFloor = Math.floor(y);
    const fx = x - xFloor;
    const fy = y - yFloor;
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    const x0 = xFloor & mask;
    const x1 = (x0 + 1) & mask;
    const row0 = (yFloor & mask) * side;
    const row1 = ((yFloor + 1) & mask) * side;
    const a = table[row0 + x0] as number;
    const b = table[row0 + x1] as number;
    const c = table[row1 + x0] as number;
    const d = table[row1 + x1] as number;
    const top = a + (b - a) * u;
    return top + (c + (d - c) * u - top) * v;
  };
  const fbm = (x: number, y: number, octaves: number, s = 0, gain = 0.5): number => {
    let total = 0;
    let weight = 0;
    let strength = 1;
    let scale = 1;
    for (let i = 0; i < octaves; i++) {
      total += strength * noise(x * scale, y * scale, s + i * 3);
      weight += strength;
      strength *= gain;
      scale *= 2.03;
    }
    return total / weight;
  };
  const ridged = (x: number, y: number, octaves: number, s = 0): number => {
    let total = 0;
    let weight = 0;
    let strength = 1;
    let scale = 1;
    for (let i = 0; i < octaves; i++) {
      const value = 1 - Math.abs(noise(x * scale, y * scale, s + i * 3) * 2 - 1);
      total += strength * value * value;
      weight += strength;
      strength *= 0.5;
      scale *= 2.07;
    }
    return total / weight;
  };
  return Object.assign(noise, { fbm, ridged });
}
