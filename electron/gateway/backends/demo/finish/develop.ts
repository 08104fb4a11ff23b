// From light to the planes of a video frame: bloom, vignette, tone, grain, BT.709 limited range, 4:2:0.
import type { Frame } from '../canvas/frame.ts';
import type { Bloom } from './bloom.ts';
import type { ToneTable } from './tone.ts';

/** One plane after the other, as an encoder wants them (I420). */
export interface Planes {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function createPlanes(width: number, height: number): Planes {
  return { width, height, data: new Uint8Array((width * height * 3) / 2) };
}

export interface Developing {
  readonly tone: ToneTable;
  readonly bloom: Bloom | null;
  /** Darkening of the corners, 0..1. */
  readonly vignette: number;
  /** Noise of -1..1; its length is a power of two. */
  readonly grain: Float32Array;
  /** In display values. */
  readonly grainStrength: number;
  readonly grainOffset: number;
}

export function develop(frame: Frame, planes: Planes, developing: Developing): void {
  const { width, height } = frame;
  const rows = [new Float32Array(width * 3), new Float32Array(width * 3)] as const;
  for (let row = 0; row < height; row += 2) {
    developRow(frame, row, developing, rows[0]);
    developRow(frame, row + 1, developing, rows[1]);
    writeRows(rows[0], rows[1], row, planes, developing);
  }
}

/** Display values 0..255 of one row. */
function developRow(frame: Frame, row: number, developing: Developing, out: Float32Array): void {
  const { width, height, data } = frame;
  const { tone, bloom, vignette } = developing;
  const { values, perLight, last } = tone;
  const glow = bloom === null ? null : bloomRow(bloom, row, height);
  const glowScale = bloom === null ? 0 : bloom.width / width;
  const dy = ((row + 0.5) / height) * 2 - 1;
  const xScale = 2 / width;
  let i = row * width * 3;
  for (let px = 0, o = 0; px < width; px++, i += 3, o += 3) {
    const dx = (px + 0.5) * xScale - 1;
    const corner = (dx * dx + dy * dy) * 0.5;
    const gain = (1 - vignette * corner * Math.sqrt(corner)) * perLight;
    let r = data[i] as number;
    let g = data[i + 1] as number;
    let b = data[i + 2] as number;
    if (glow !== null) {
      const x = px * glowScale;
      const column = x | 0;
      const u = x - column;
      const keep = 1 - u;
      const k = column * 3;
      r += (glow[k] as number) * keep + (glow[k + 3] as number) * u;
      g += (glow[k + 1] as number) * keep + (glow[k + 4] as number) * u;
      b += (glow[k + 2] as number) * keep + (glow[k + 5] as number) * u;
    }
    r *= gain;
    g *= gain;
    b *= gain;
    out[o] = values[r > last ? last : r < 0 ? 0 : r | 0] as number;
    out[o + 1] = values[g > last ? last : g < 0 ? 0 : g | 0] as number;
    out[o + 2] = values[b > last ? last : b < 0 ? 0 : b | 0] as number;
  }
}

function bloomRow(bloom: Bloom, row: number, height: number): Float32Array {
  const stride = bloom.width * 3;
  const y = Math.min(bloom.height - 1.001, (row / height) * bloom.height);
  const base = Math.floor(y) * stride;
  const v = y - Math.floor(y);
  const line = new Float32Array(stride + 3);
  for (let k = 0; k < stride; k++) {
    const a = bloom.data[base + k] as number;
    line[k] = a + ((bloom.data[base + stride + k] as number) - a) * v;
  }
  for (let k = 0; k < 3; k++) line[stride + k] = line[stride - 3 + k] as number;
  return line;
}

function writeRows(
  upper: Float32Array,
  lower: Float32Array,
  row: number,
  planes: Planes,
  { grain, grainStrength, grainOffset }: Developing,
): void {
  const { width, height, data } = planes;
  const mask = grain.length - 1;
  const chromaWidth = width >> 1;
  const uPlane = width * height + (row >> 1) * chromaWidth;
  const vPlane = uPlane + chromaWidth * (height >> 1);
  let g = (grainOffset + row * 1697) & mask;
  for (let half = 0; half < 2; half++) {
    const line = half === 0 ? upper : lower;
    let target = (row + half) * width;
    for (let px = 0, i = 0; px < width; px++, i += 3, target++) {
      const luma =
        0.2126 * (line[i] as number) +
        0.7152 * (line[i + 1] as number) +
        0.0722 * (line[i + 2] as number);
      g = (g + 1) & mask;
      const value = 16.5 + luma * 0.858824 + (grain[g] as number) * grainStrength;
      data[target] = value < 16 ? 16 : value > 235 ? 235 : value;
    }
  }
  for (let column = 0, i = 0; column < chromaWidth; column++, i += 6) {
    const red =
      (upper[i] as number) +
      (upper[i + 3] as number) +
      (lower[i] as number) +
      (lower[i + 3] as number);
    const green =
      (upper[i + 1] as number) +
      (upper[i + 4] as number) +
      (lower[i + 1] as number) +
      (lower[i + 4] as number);
    const blue =
      (upper[i + 2] as number) +
      (upper[i + 5] as number) +
      (lower[i + 2] as number) +
      (lower[i + 5] as number);
    data[uPlane + column] = 128.5 + (-0.1006 * red - 0.3386 * green + 0.4392 * blue) * 0.25;
    data[vPlane + column] = 128.5 + (0.4392 * red - 0.3989 * green - 0.0403 * blue) * 0.25;
  }
}
