// One mountain ridge as a sheet: a crest, lit and shaded slopes, haze at its foot, pines when it is near.
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { clamp, fromHex, mix, scale, smoothstep } from '../color.ts';
import type { Mood } from '../vocabulary.ts';
import type { Stage } from './scene.ts';
import type { SunLook } from './sky.ts';

export interface RidgeLook {
  readonly moods: readonly Mood[];
  readonly sky: readonly string[];
  readonly far: string;
  readonly near: string;
  readonly sun: string;
  readonly disc: number;
  readonly halo: number;
  readonly stars: boolean;
  /** Light snow on the upper slopes, 0..1. */
  readonly snow: number;
}

export interface RidgePlan {
  readonly look: RidgeLook;
  readonly sun: SunLook;
  /** 0 the farthest ridge, 1 the nearest. */
  readonly t: number;
  readonly index: number;
  /** Where the water starts, or null. */
  readonly shore: number | null;
  /** Nearer ridges hide everything from here down. */
  readonly hiddenFrom: number;
}

/** One ridge: light from the sun's side, haze towards its foot, pines along the nearest. */
export function paintRidge(stage: Stage, plan: RidgePlan): { layer: Layer; lowest: number } {
  const { look, sun, t, index, shore, hiddenFrom } = plan;
  const { noise, aspect, random, height } = stage;
  const base = shore === null ? 0.41 + t ** 1.15 * 0.45 : 0.43 + t ** 1.1 * 0.27;
  const swing = (shore === null ? 0.34 : 0.3) * (1 - t * 0.45);
  const far = fromHex(look.far);
  const near = fromHex(look.near);
  const body = mix(scale(far, 0.6), near, t ** 0.66);
  const shift = random.range(0, 60);
  const sharp = t < 0.75 ? 1 : 0.6;
  const pines = t > 0.7 ? 0.03 + (0.05 * (t - 0.7)) / 0.3 : 0;
  const crest = (x: number): number => {
    const wide = noise.fbm(x * (0.9 + t * 0.8) + shift, index * 3.1, 3, index);
    const fine = noise.ridged(x * (2.1 + t) + shift, index * 7.7, 5, index + 40);
    return base - swing * (wide - 0.42) * 1.25 - 0.13 * sharp * (1 - t * 0.4) * (fine - 0.45);
  };
  const columns = Math.ceil((aspect + 0.4) * height);
  const ridge = Float32Array.from({ length: columns }, (_, i) => {
    const x = i / height - 0.2;
    return crest(x) - (pines > 0 ? pineHeight(noise, x, pines, index) : 0);
  });
  const foot = shore === null ? 1.1 : shore + 0.004;
  const sunward = (x: number): number => Math.exp(-Math.abs(x - sun.x) * 1.5);
  const bottom = shore === null ? hiddenFrom : shore + 0.05;
  const layer = paintLayer(stage, { bottom }, (x, y, out) => {
    const i = Math.min(columns - 2, Math.max(0, (x + 0.2) * height));
    const top = ridge[Math.floor(i)] as number;
    const inside = clamp((y - top) * height + 0.5) * clamp((foot - y) * height + 0.5);
    if (inside <= 0) return;
    const depth = y - top;
    // Gullies run down the slope: the field is turned and bent so that no axis shows.
    const bend = noise.fbm(x * 3 + shift, y * 3, 3, index + 25) - 0.5;
    const qx = (x * 0.82 + y * 0.57) * 7.5 + shift + bend * 1.5;
    const qy = (y * 0.82 - x * 0.57) * 5 + bend * 1.1;
    const step = clamp((sun.x - x) * 4, -1, 1) * 0.14;
    const relief =
      noise.ridged(qx, qy, 4, index + 20) - noise.ridged(qx + step, qy - 0.12, 4, index + 20);
    const face =
      (1 + relief * 0.95 * (0.75 + t * 0.25)) *
      (0.93 + 0.14 * noise(x * 90 + y * 31, y * 90 - x * 31, index));
    const haze = smoothstep(0, 0.2, depth) * (1 - t) ** 0.8 * 0.82;
    const rim = Math.exp(-depth * 60) * sunward(x) * 0.45 * (1 - t * 0.6);
    const snow =
      look.snow * smoothstep(0.14, 0.0, depth) * clamp(relief * 3 + 0.55) * (1 - t) * 0.5;
    for (let k = 0; k < 3; k++) {
      const color = (body[k] as number) * face + snow * 0.6 * (look.stars ? 0.25 : 1);
      const hazed = color + ((far[k] as number) * 1.06 - color) * haze;
      out[k] = hazed + (sun.color[k] as number) * rim;
    }
    out[3] = inside;
  });
  return { layer, lowest: ridge.reduce((low, y) => Math.max(low, y), 0) };
}

/** The outline of a row of pines above the crest. */
function pineHeight(noise: Stage['noise'], x: number, size: number, index: number): number {
  let best = 0;
  for (let row = 0; row < 3; row++) {
    const spacing = size * (0.24 + row * 0.13);
    const cell = Math.floor(x / spacing + row * 0.37);
    for (let k = -1; k <= 1; k++) {
      const chance = noise((cell + k) * 5.17, row * 9.1, index);
      if (chance < 0.32) continue;
      const middle =
        (cell + k - row * 0.37 + 0.25 + 0.5 * noise((cell + k) * 3.3, row * 4.7, index + 5)) *
        spacing;
      const tall = size * (0.25 + 0.75 * chance * noise((cell + k) * 1.31, 2.2, index + 7) * 1.6);
      const across = Math.abs(x - middle) / (tall * 0.2);
      if (across >= 1) continue;
      const saw = ((across * 6) % 1) * 0.1;
      best = Math.max(best, tall * (1 - across - saw));
    }
  }
  return best;
}
