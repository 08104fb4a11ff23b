// Enlarges developed planes to the size of the output, smoothly, with fresh grain at the output's own size.
import type { Planes } from './develop.ts';

export interface Enlarger {
  enlarge(source: Planes, target: Planes, offset: number): void;
}

export function createEnlarger(grain: Float32Array, grainStrength: number): Enlarger {
  return {
    enlarge: (source, target, offset) => {
      const luma = source.width * source.height;
      const lumaOut = target.width * target.height;
      const chroma = luma >> 2;
      const chromaOut = lumaOut >> 2;
      const part = (planes: Planes, start: number, size: number): Uint8Array =>
        planes.data.subarray(start, start + size);
      enlargePlane(part(source, 0, luma), source, part(target, 0, lumaOut), target, {
        grain,
        strength: grainStrength,
        offset,
      });
      for (let k = 0; k < 2; k++) {
        enlargePlane(
          part(source, luma + k * chroma, chroma),
          { width: source.width >> 1, height: source.height >> 1 },
          part(target, lumaOut + k * chromaOut, chromaOut),
          { width: target.width >> 1, height: target.height >> 1 },
          { grain, strength: 0, offset },
        );
      }
    },
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface GrainUse {
  readonly grain: Float32Array;
  readonly strength: number;
  readonly offset: number;
}

function enlargePlane(
  source: Uint8Array,
  from: Size,
  target: Uint8Array,
  to: Size,
  { grain, strength, offset }: GrainUse,
): void {
  const mask = grain.length - 1;
  const line = new Float32Array(from.width + 1);
  const stepX = from.width / to.width;
  const stepY = from.height / to.height;
  for (let row = 0; row < to.height; row++) {
    const y = Math.min(from.height - 1, Math.max(0, (row + 0.5) * stepY - 0.5));
    const top = Math.floor(y);
    const v = y - top;
    const base = top * from.width;
    const next = Math.min(from.height - 1, top + 1) * from.width;
    for (let x = 0; x < from.width; x++) {
      const a = source[base + x] as number;
      line[x] = a + ((source[next + x] as number) - a) * v;
    }
    line[from.width] = line[from.width - 1] as number;
    let g = (offset + row * 1697) & mask;
    let out = row * to.width;
    for (let column = 0; column < to.width; column++, out++) {
      const x = Math.max(0, (column + 0.5) * stepX - 0.5);
      const left = x | 0;
      const a = line[left] as number;
      g = (g + 1) & mask;
      const value =
        a + ((line[left + 1] as number) - a) * (x - left) + (grain[g] as number) * strength + 0.5;
      target[out] = value < 16 ? 16 : value > 240 ? 240 : value;
    }
  }
}
