// Open water: every pixel mirrors the sky along its own wave, so the sun breaks into glitter. Drawn anew each frame.
import type { Frame } from '../canvas/frame.ts';
import type { Ramp, Rgb } from '../color.ts';
import { createNoiseTile, sampleTile } from '../noise-tile.ts';
import type { Random } from '../random.ts';

export interface SeaLook {
  /** Sky from the zenith (0) to the horizon (1). */
  readonly sky: Ramp;
  readonly deep: Rgb;
  /** Light through the crests. */
  readonly crest: Rgb;
  readonly sunColor: Rgb;
  /** Sideways place of the sun in heights, as seen; elevation above the horizon. */
  readonly sunX: number;
  readonly sunUp: number;
  /** 0.5 calm .. 1.6 storm. */
  readonly swell: number;
  readonly foam: number;
}

export interface Sea {
  /** `horizon` in pixels. */
  draw(frame: Frame, horizon: number, sunX: number, seconds: number): void;
}

export function createSea(random: Random, look: SeaLook): Sea {
  const tile = createNoiseTile(random.whole(1, 1e6), 8, 5, 256);
  const slopes = slopesOf(tile.values, tile.side);
  const slopeTile = { side: tile.side, values: slopes };
  const out = new Float32Array(3);
  const { sky, deep, crest, sunColor, sunUp, swell, foam } = look;
  return {
    draw: (frame, horizon, sunX, seconds) => {
      const { width, height, data } = frame;
      const top = Math.max(0, Math.round(horizon));
      for (let row = top; row < height; row++) {
        const near = (row - horizon + 0.6) / height;
        const far = 1 / (near + 0.016);
        const v = far * 0.26;
        // Far waves are smaller than a pixel: their slopes average out.
        const calm = Math.min(1, near * 9 + 0.16);
        const lift = 0.3 * swell * calm;
        const graze = Math.min(1, near * 1.5);
        const fresnel = 0.86 - 0.62 * graze;
        const uStep = (far * 0.075) / height;
        const uStart = -width * 0.5 * uStep;
        let i = row * width * 3;
        for (let px = 0; px < width; px++, i += 3) {
          const u = uStart + px * uStep;
          const a = sampleTile(slopeTile, u * 0.42 + seconds * 0.008, v * 0.42 + seconds * 0.028);
          const b = sampleTile(
            slopeTile,
            u * 1.37 - seconds * 0.021 + 0.3,
            v * 1.31 + seconds * 0.052,
          );
          const c = sampleTile(slopeTile, u * 3.9 + seconds * 0.05, v * 3.3 + seconds * 0.1 + 0.7);
          const slope = a * 1.1 + b * 0.75 + c * 0.5;
          const side = b * 0.8 - a * 0.5 + c * 0.6;
          const up = Math.abs(graze * 0.36 + slope * lift + 0.03);
          sky.write(1 - up * 1.15, out);
          const shine = fresnel * (1 - Math.min(0.7, Math.max(0, -slope) * 0.55 * calm));
          const dx = (px / height - sunX) / (0.05 + near * 0.3) + side * 1.7;
          const dy = (up - sunUp) / 0.16;
          const off = dx * dx + dy * dy;
          const glitter = off < 9 ? Math.exp(-off) * (0.9 + c * 1.4) * 1.5 : 0;
          const through = Math.max(0, slope) * graze * 0.42;
          const white = foam > 0 ? Math.max(0, a + b * 0.75 - 0.86) * foam * graze * 2.6 : 0;
          const spark = glitter > 0 ? glitter : 0;
          data[i] =
            (out[0] as number) * shine +
            deep[0] * (1 - shine * 0.8) +
            crest[0] * through +
            sunColor[0] * spark +
            white * 0.7;
          data[i + 1] =
            (out[1] as number) * shine +
            deep[1] * (1 - shine * 0.8) +
            crest[1] * through +
            sunColor[1] * spark +
            white * 0.75;
          data[i + 2] =
            (out[2] as number) * shine +
            deep[2] * (1 - shine * 0.8) +
            crest[2] * through +
            sunColor[2] * spark +
            white * 0.8;
        }
      }
    },
  };
}

/** Slope towards the viewer, about -1..1. */
function slopesOf(values: Float32Array, side: number): Float32Array {
  const slopes = new Float32Array(values.length);
  let squares = 0;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const before = values[((y - 1 + side) % side) * side + x] as number;
      const after = values[((y + 1) % side) * side + x] as number;
      slopes[y * side + x] = after - before;
      squares += (after - before) ** 2;
    }
  }
  const unit = 0.5 / Math.sqrt(squares / slopes.length);
  for (let i = 0; i < slopes.length; i++) slopes[i] = (slopes[i] as number) * unit;
  return slopes;
}
