// Light or haze that changes all the time (aurora, shafts of light, mist): computed on a coarse grid, laid on smoothly.
import type { Frame } from './frame.ts';

export interface Veil {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue (premultiplied) and alpha; alpha 0 only adds light. */
  readonly data: Float32Array;
}

/** `coarseness`: picture pixels per cell. */
export function createVeil(frame: { width: number; height: number }, coarseness: number): Veil {
  const width = Math.max(4, Math.ceil(frame.width / coarseness));
  const height = Math.max(4, Math.ceil(frame.height / coarseness));
  return { width, height, data: new Float32Array(width * height * 4) };
}

/** Calls `shade` for every cell, with x in 0..aspect and y in 0..1; `out` keeps its last value. */
export function paintVeil(
  veil: Veil,
  aspect: number,
  shade: (x: number, y: number, out: Float32Array) => void,
): void {
  const { width, height, data } = veil;
  const out = new Float32Array(4);
  let i = 0;
  for (let row = 0; row < height; row++) {
    const y = (row + 0.5) / height;
    for (let column = 0; column < width; column++, i += 4) {
      shade(((column + 0.5) / width) * aspect, y, out);
      data[i] = out[0] as number;
      data[i + 1] = out[1] as number;
      data[i + 2] = out[2] as number;
      data[i + 3] = out[3] as number;
    }
  }
}

/** Lays the veil over the rows `from`..`to` (pixels) of the picture. */
export function layVeil(frame: Frame, veil: Veil, from = 0, to = frame.height): void {
  const { width, height, data } = frame;
  const stride = veil.width * 4;
  const line = new Float32Array(stride + 4);
  const scaleX = veil.width / width;
  const scaleY = veil.height / height;
  const first = Math.max(0, Math.floor(from));
  const end = Math.min(height, Math.ceil(to));
  for (let py = first; py < end; py++) {
    const y = Math.min(veil.height - 1.001, Math.max(0, (py + 0.5) * scaleY - 0.5));
    const row = Math.floor(y);
    const v = y - row;
    const base = row * stride;
    for (let k = 0; k < stride; k++) {
      const a = veil.data[base + k] as number;
      line[k] = a + ((veil.data[base + stride + k] as number) - a) * v;
    }
    for (let k = 0; k < 4; k++) line[stride + k] = line[stride - 4 + k] as number;
    let target = py * width * 3;
    for (let px = 0; px < width; px++, target += 3) {
      const x = Math.max(0, (px + 0.5) * scaleX - 0.5);
      const column = x | 0;
      const u = x - column;
      const i = column * 4;
      const keep = 1 - u;
      const rest = 1 - ((line[i + 3] as number) * keep + (line[i + 7] as number) * u);
      data[target] =
        (data[target] as number) * rest + (line[i] as number) * keep + (line[i + 4] as number) * u;
      data[target + 1] =
        (data[target + 1] as number) * rest +
        (line[i + 1] as number) * keep +
        (line[i + 5] as number) * u;
      data[target + 2] =
        (data[target + 2] as number) * rest +
        (line[i + 2] as number) * keep +
        (line[i + 6] as number) * u;
    }
  }
}
