// Colours in linear light. 1 is paper white; light sources go above it. Pure.

export type Rgb = readonly [red: number, green: number, blue: number];

/** '#rrggbb' as written for a screen, to linear light (display gamma 2.2). */
export function fromHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  const channel = (shift: number): number => (((value >> shift) & 255) / 255) ** 2.2;
  return [channel(16), channel(8), channel(0)];
}

export function mix(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

export function scale(color: Rgb, gain: number): Rgb {
  return [color[0] * gain, color[1] * gain, color[2] * gain];
}

export function clamp(value: number, low = 0, high = 1): number {
  return value < low ? low : value > high ? high : value;
}

/** 0 below `from`, 1 above `to`, smooth between; `from` may be the larger one. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}

const steps = 512;

/** A smooth way through several colours, prepared for many look-ups. */
export interface Ramp {
  at(t: number): Rgb;
  /** Writes the colour at `t` times `gain` into out[0..2]. */
  write(t: number, out: Float32Array, gain?: number): void;
}

export function createRamp(colors: readonly Rgb[]): Ramp {
  const table = new Float32Array(steps * 3);
  const last = Math.max(1, colors.length - 1);
  for (let i = 0; i < steps; i++) {
    const t = (i / (steps - 1)) * last;
    const k = Math.min(last - 1, Math.floor(t));
    const f = t - k;
    const from = colors[k] ?? [0, 0, 0];
    const color = mix(from, colors[k + 1] ?? from, f * f * (3 - 2 * f));
    table.set(color, i * 3);
  }
  const index = (t: number): number => Math.round(clamp(t) * (steps - 1)) * 3;
  return {
    at: (t) => {
      const i = index(t);
      return [table[i] as number, table[i + 1] as number, table[i + 2] as number];
    },
    write: (t, out, gain = 1) => {
      const i = index(t);
      out[0] = (table[i] as number) * gain;
      out[1] = (table[i + 1] as number) * gain;
      out[2] = (table[i + 2] as number) * gain;
    },
  };
}

/** Turns the hue by `turn` (1 is a full circle), keeping the lightness. */
export function turnHue(color: Rgb, turn: number): Rgb {
  const angle = turn * 2 * Math.PI;
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  const third = (1 - c) / 3;
  const root = s * Math.sqrt(1 / 3);
  const [r, g, b] = color;
  const a0 = c + third;
  return [
    Math.max(0, r * a0 + g * (third - root) + b * (third + root)),
    Math.max(0, r * (third + root) + g * a0 + b * (third - root)),
    Math.max(0, r * (third - root) + g * (third + root) + b * a0),
  ];
}
