// Parts that many scenes share: a sky with a sun or moon, drifting clouds, twinkling stars.
import { hypot } from '../geometry.ts';
import type { Frame } from '../canvas/frame.ts';
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { project, type CameraView } from '../camera.ts';
import { createRamp, mix, scale, smoothstep, type Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export interface SunLook {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: Rgb;
  /** How far the light spreads; 1 is usual. */
  readonly halo: number;
  /** Brightness of the disc. */
  readonly disc: number;
}

/** An opaque sheet: a ramp from the top to `horizon`, a sun with its halo. */
export function paintSky(
  stage: Stage,
  colors: readonly Rgb[],
  horizon: number,
  sun: SunLook | null,
): Layer {
  const ramp = createRamp(colors);
  const { noise } = stage;
  return paintLayer(stage, {}, (x, y, out) => {
    const streak = noise.fbm(x * 1.1, y * 4.5, 4, 51) - 0.5;
    ramp.write(y / horizon + streak * 0.16, out, 1 + streak * 0.22);
    if (sun !== null) addSun(x, y, sun, stage.height, out);
    out[3] = 1;
  });
}

function addSun(x: number, y: number, sun: SunLook, height: number, out: Float32Array): void {
  const d = hypot(x - sun.x, (y - sun.y) * 1.08);
  const light =
    sun.halo * (Math.exp(-d * 9) * 0.75 + Math.exp(-d * 2.4) * 0.3) +
    smoothstep(sun.radius + 1.5 / height, sun.radius - 1.5 / height, d) * sun.disc;
  for (let k = 0; k < 3; k++) out[k] = (out[k] as number) + (sun.color[k] as number) * light;
}

export interface CloudLook {
  readonly lit: Rgb;
  readonly shade: Rgb;
  /** 0 clear .. 1 covered. */
  readonly cover: number;
  readonly from: number;
  readonly to: number;
  /** Width of a cloud over its height. */
  readonly flatness: number;
  readonly seed: number;
}

/** Soft clouds on a sheet that is wider than the picture, so that it may drift. */
export function paintClouds(stage: Stage, look: CloudLook): Layer {
  const { noise, aspect } = stage;
  const bounds = { left: -0.6, right: aspect + 0.6, top: look.from, bottom: look.to, detail: 0.5 };
  const level = 0.68 - look.cover * 0.34;
  return paintLayer(stage, bounds, (x, y, out) => {
    const px = x * 1.5;
    const py = y * look.flatness * 1.5;
    const bend = noise.fbm(px * 0.7, py * 0.7, 3, look.seed + 9) - 0.5;
    const body = noise.fbm(px + bend * 1.2, py + bend * 0.8, 6, look.seed);
    const alpha = smoothstep(level, level + 0.22, body);
    if (alpha <= 0) return;
    const below = noise.fbm(px + bend * 1.2, py + bend * 0.8 + 0.22, 4, look.seed);
    const light = smoothstep(-0.1, 0.14, body - below + 0.02);
    const edge = smoothstep(look.from, look.from + 0.1, y) * smoothstep(look.to, look.to - 0.12, y);
    const color = mix(look.shade, look.lit, light);
    out[0] = color[0];
    out[1] = color[1];
    out[2] = color[2];
    out[3] = alpha * 0.85 * edge;
  });
}

export interface Stars {
  draw(frame: Frame, camera: CameraView, seconds: number): void;
}

/** Stars that twinkle, denser towards the top; none below `horizon`. */
export function createStars(stage: Stage, count: number, horizon: number, gain = 1): Stars {
  const { random, aspect, height } = stage;
  const tints: readonly [Rgb, ...Rgb[]] = [
    [1, 1, 1],
    [0.75, 0.86, 1],
    [1, 0.86, 0.7],
  ];
  const stars = Array.from({ length: Math.round(count * Math.max(0.6, aspect)) }, () => {
    const size = random.next() ** 5;
    return {
      x: random.range(-0.05, aspect + 0.05),
      y: horizon * random.next() ** 1.25,
      radius: (0.0018 + 0.0042 * size) * height,
      color: scale(random.pick(tints), gain * (0.25 + 1.5 * size) * random.range(0.5, 1)),
      rate: random.range(1.2, 4.5),
      phase: random.range(0, 6.28),
    };
  });
  return {
    draw: (frame, camera, seconds) => {
      for (const star of stars) {
        const at = project(camera, 0.06, star.x, star.y);
        const twinkle = 0.68 + 0.32 * Math.sin(seconds * star.rate + star.phase);
        const fade = smoothstep(horizon, horizon * 0.7, star.y);
        const color = scale(star.color, twinkle * fade);
        addGlow(frame, at.x * height, at.y * height, Math.max(1.1, star.radius), color);
      }
    },
  };
}
