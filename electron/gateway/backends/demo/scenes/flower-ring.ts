// Rings of petals for a large flower: each ring is painted once, flat, then turned and grown every frame.
import { hypot } from '../geometry.ts';
import type { Frame } from '../canvas/frame.ts';
import { clamp, smoothstep, type Ramp } from '../color.ts';
import type { Noise } from '../noise.ts';

/** A square picture of a whole ring, premultiplied, the heart in its middle. */
export interface PetalRing {
  readonly side: number;
  readonly data: Float32Array;
  /** Shadow that the ring throws on the ring below: alpha only. */
  readonly shadow: Float32Array;
}

export interface RingLook {
  readonly petals: number;
  /** 0 the outermost ring, 1 the innermost. */
  readonly t: number;
  readonly index: number;
  readonly side: number;
  readonly colors: Ramp;
  readonly noise: Noise;
}

export function paintRing({ petals, t, index, side, colors, noise }: RingLook): PetalRing {
  const data = new Float32Array(side * side * 4);
  const out = new Float32Array(3);
  const step = (2 * Math.PI) / petals;
  const wide = step * (0.62 + 0.1 * t);
  for (let row = 0, i = 0; row < side; row++) {
    for (let column = 0; column < side; column++, i += 4) {
      const dx = ((column + 0.5) / side) * 2 - 1;
      const dy = ((row + 0.5) / side) * 2 - 1;
      const r = hypot(dx, dy);
      if (r > 1 || r < 0.02) continue;
      const angle = Math.atan2(dy, dx) + Math.PI;
      const first = Math.floor(angle / step);
      // Each petal lies over the one before it: the next one is looked at first.
      for (const k of [first + 1, first, first - 1]) {
        const off = angle - (k + 0.5) * step;
        const cover = paintPetal(r, off / wide, (k + petals) % petals, out);
        if (cover <= 0) continue;
        const rest = 1 - (data[i + 3] as number);
        for (let c = 0; c < 3; c++)
          data[i + c] = (data[i + c] as number) + (out[c] as number) * cover * rest;
        data[i + 3] = (data[i + 3] as number) + cover * rest;
        // What lies below is in the shadow of this petal.
        if ((data[i + 3] as number) > 0.98) break;
      }
    }
  }
  return { side, data, shadow: shadowOf(data, side) };

  /** `across`: -1..1 over the petal. Writes the colour, returns how much of the pixel it covers. */
  function paintPetal(r: number, across: number, k: number, color: Float32Array): number {
    const tip = 0.97 - 0.05 * noise(k * 3.7, index * 2.3, 5);
    const bow = 1 - 0.2 * Math.abs(across) ** 2.4 - 0.035 * Math.exp(-((across / 0.16) ** 2));
    const ruffle = 0.012 * (noise(across * 5 + k * 9, index, 8) - 0.5);
    const inside = Math.min(
      (tip * bow + ruffle - r) * side * 0.5,
      (1 - Math.abs(across)) * r * wide * side * 0.5,
    );
    const cover = clamp(inside * 0.6 + 0.5);
    if (cover <= 0) return 0;
    const u = clamp(r / tip);
    const vein = 0.94 + 0.12 * noise.fbm(across * 13 + k * 5, r * 2.2, 3, index + 3);
    const fold = 0.5 + 0.5 * Math.cos(across * Math.PI * 0.92);
    const lean = 1 - 0.2 * across;
    const edge = smoothstep(5, 0, inside) * 0.13;
    const depth = 0.1 + 0.9 * smoothstep(0.28 - 0.2 * t, 0.95, u);
    // The neighbour that lies over this petal darkens its far side.
    const under = 1 - 0.55 * smoothstep(0.2, 1, across);
    const tone = clamp(
      0.02 +
        0.84 * u ** 1.5 +
        0.16 * (noise.fbm(across * 2 + k * 7, r * 3, 3, index + 8) - 0.5) -
        0.1 * t,
    );
    colors.write(tone, color, depth * (0.5 + 0.5 * fold) * vein * lean * under * 1.12 + edge * u);
    return cover;
  }
}

/** The ring's own cover, enlarged and softened. */
function shadowOf(data: Float32Array, side: number): Float32Array {
  const shadow = new Float32Array(side * side);
  const grow = 0.93;
  const middle = side / 2;
  for (let row = 0, i = 0; row < side; row++) {
    for (let column = 0; column < side; column++, i++) {
      let sum = 0;
      for (const s of [0.86, 0.93, 1, 1.06]) {
        const x = Math.round((column - middle) * grow * s + middle);
        const y = Math.round((row - middle) * grow * s + middle);
        if (x >= 0 && y >= 0 && x < side && y < side) sum += data[(y * side + x) * 4 + 3] as number;
      }
      shadow[i] = sum * 0.25;
    }
  }
  return shadow;
}

export interface RingPlace {
  /** Pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly angle: number;
  readonly gain: number;
  /** Nothing nearer to the heart than this share of the radius is seen. */
  readonly hidden: number;
}

export function drawRing(frame: Frame, ring: PetalRing, place: RingPlace): void {
  const { width, height, data } = frame;
  const { x, y, radius, angle, gain, hidden } = place;
  const { side, shadow } = ring;
  const source = ring.data;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const reach = radius * 1.08;
  const scale = side / (2 * radius);
  const middle = side / 2 - 0.5;
  const nearest = (hidden * radius) ** 2;
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(width - 1, x + reach); px++) {
      const dx = px - x;
      const dy = py - y;
      const d2 = dx * dx + dy * dy;
      if (d2 < nearest || d2 > reach * reach) continue;
      const i = (py * width + px) * 3;
      const sx = (dx * cos + dy * sin) * scale + middle;
      const sy = (dy * cos - dx * sin) * scale + middle;
      // Light comes from the upper left: the shadow falls to the lower right.
      const hx = Math.max(0, Math.min(side - 1, (sx - 3) | 0));
      const hy = Math.max(0, Math.min(side - 1, (sy - 5) | 0));
      const dark = 1 - (shadow[hy * side + hx] as number) * 0.62;
      if (sx < 0 || sy < 0 || sx >= side - 1 || sy >= side - 1) {
        for (let k = 0; k < 3; k++) data[i + k] = (data[i + k] as number) * dark;
        continue;
      }
      const column = sx | 0;
      const row = sy | 0;
      const u = sx - column;
      const v = sy - row;
      const a = (row * side + column) * 4;
      const b = a + side * 4;
      const w11 = u * v;
      const w10 = v - w11;
      const w01 = u - w11;
      const w00 = 1 - u - w10;
      const alpha =
        (source[a + 3] as number) * w00 +
        (source[a + 7] as number) * w01 +
        (source[b + 3] as number) * w10 +
        (source[b + 7] as number) * w11;
      const rest = (1 - alpha) * dark;
      const light = gain * (1 - (0.16 * (dx * 0.5 + dy * 0.8)) / radius);
      for (let k = 0; k < 3; k++) {
        const color =
          (source[a + k] as number) * w00 +
          (source[a + 4 + k] as number) * w01 +
          (source[b + k] as number) * w10 +
          (source[b + 4 + k] as number) * w11;
        data[i + k] = (data[i + k] as number) * rest + color * light;
      }
    }
  }
}
