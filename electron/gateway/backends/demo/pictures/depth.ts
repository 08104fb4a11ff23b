// A guess at what is near in a picture: the lower part, the middle, and what stands out from its surroundings. Pure.
import { blur } from '../canvas/blur.ts';
import { clamp, smoothstep } from '../color.ts';
import type { Picture } from './picture.ts';

export interface DepthMap {
  readonly width: number;
  readonly height: number;
  /** 0 far .. 1 near, very smooth. */
  readonly values: Float32Array;
}

const columns = 48;

export function estimateDepth(picture: Picture): DepthMap {
  const width = columns;
  const height = Math.max(4, Math.round((columns * picture.height) / picture.width));
  const luma = shrink(picture, width, height);
  const around = luma.slice();
  blur(around, width, height, 1, width * 0.16);
  const values = new Float32Array(width * height);
  for (let row = 0, i = 0; row < height; row++) {
    const y = (row + 0.5) / height;
    for (let column = 0; column < width; column++, i++) {
      const x = (column + 0.5) / width;
      const middle = Math.exp(-(((x - 0.5) / 0.34) ** 2 + ((y - 0.56) / 0.4) ** 2));
      const standsOut = clamp(Math.abs((luma[i] as number) - (around[i] as number)) * 4);
      values[i] = clamp(0.08 + 0.42 * smoothstep(0.25, 1, y) + 0.34 * middle + 0.22 * standsOut);
    }
  }
  blur(values, width, height, 1, width * 0.045);
  return { width, height, values };
}

function shrink({ width, height, data }: Picture, toWidth: number, toHeight: number): Float32Array {
  const sums = new Float32Array(toWidth * toHeight);
  const counts = new Float32Array(toWidth * toHeight);
  for (let row = 0; row < height; row++) {
    const y = Math.min(toHeight - 1, Math.floor((row / height) * toHeight));
    for (let column = 0; column < width; column++) {
      const x = Math.min(toWidth - 1, Math.floor((column / width) * toWidth));
      const i = (row * width + column) * 3;
      const k = y * toWidth + x;
      sums[k] =
        (sums[k] as number) +
        (0.3 * (data[i] as number) +
          0.59 * (data[i + 1] as number) +
          0.11 * (data[i + 2] as number)) /
          255;
      counts[k] = (counts[k] as number) + 1;
    }
  }
  return sums.map((sum, i) => sum / Math.max(1, counts[i] as number));
}
