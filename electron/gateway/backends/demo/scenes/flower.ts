// One great flower opening slowly: rings of petals that spread and turn a little, dew, soft lights behind.
import { blur } from '../canvas/blur.ts';
import type { Frame } from '../canvas/frame.ts';
import { compositeLayer } from '../canvas/composite.ts';
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { addDisc, addGlow } from '../canvas/light.ts';
import { project } from '../camera.ts';
import { clamp, createRamp, fromHex, scale, smoothstep, turnHue } from '../color.ts';
import type { Mood } from '../vocabulary.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';

interface Look {
  readonly moods: readonly Mood[];
  /** From the heart of a petal to its tip. */
  readonly petal: readonly string[];
  readonly back: readonly string[];
}

const looks: readonly [Look, ...Look[]] = [
  { moods: ['pink', 'dawn'], petal: ['#6a0a34', '#c8326e', '#ff8cb0', '#ffdcd8'], back: ['#0c1c12', '#1f3c26', '#4a6a44'] },
  { moods: ['mono', 'winter', 'day'], petal: ['#8a7434', '#e0d0a4', '#fff2dc', '#ffffff'], back: ['#0c141c', '#1c2f40', '#3c5a74'] },
  { moods: ['red', 'dusk'], petal: ['#3a0208', '#98101a', '#e02c2c', '#ff7a5c'], back: ['#100808', '#2c1a14', '#5c3a24'] },
  { moods: ['purple', 'blue', 'night'], petal: ['#1c0c50', '#4a34b0', '#8a7cf0', '#d8d0ff'], back: ['#060c1a', '#12243c', '#2a4c68'] },
  { moods: ['gold', 'green'], petal: ['#7a2c04', '#e08410', '#ffc23c', '#fff0a8'], back: ['#0e1608', '#2a3a14', '#5c6a2c'] },
];

interface Ring {
  readonly petals: number;
  readonly radius: number;
  readonly turn: number;
  readonly sprite: Sprite;
}

/** One petal pointing up, painted large, then placed many times. */
interface Sprite {
  readonly side: number;
  readonly data: Float32Array;
}

const rings = 8;

export function flower(stage: Stage): Scene {
  const { aspect, height, random, noise, unit } = stage;
  const look = chooseByMood(looks, stage);
  const hue = random.range(-0.025, 0.025);
  const petal = createRamp(look.petal.map((hex) => turnHue(fromHex(hex), hue)));
  const back = paintBack();
  const cx = aspect * random.range(0.46, 0.56);
  const cy = random.range(0.49, 0.54);
  const base = random.range(0, 6.3);
  const span = 0.6 * (0.3 + 0.7 * unit);
  const list = Array.from({ length: rings }, (_, i): Ring => {
    const t = i / (rings - 1);
    return { petals: [11, 10, 9, 8, 7, 6, 5, 5][i] ?? 5, radius: span * ((1 - t) ** 0.88 * 0.86 + 0.14), turn: base + i * 0.74, sprite: paintPetal(t, i) };
  });
  const lights = Array.from({ length: Math.round(16 * aspect) }, () => ({ x: random.range(0, aspect), y: random.range(0, 1), radius: random.range(0.02, 0.085), light: random.range(0.05, 0.2), phase: random.range(0, 6.3) }));
  const pollen = Array.from({ length: Math.round(46 * aspect) }, () => ({ x: random.range(0, aspect), y: random.range(0, 1.1), depth: random.range(0.6, 1.7), phase: random.range(0, 6.3) }));
  const backLight = createRamp(look.back.map(fromHex)).at(1);
  return {
    bloom: 0.35,
    vignette: 0.4,
    exposure: 0.92,
    moves: ['push', 'push', 'pull', 'rise'],
    draw: (frame, { camera, seconds, progress }) => {
      compositeLayer(frame, back, camera, { depth: 0.15 });
      for (const light of lights) {
        const at = project(camera, 0.25, light.x + Math.sin(seconds * 0.3 + light.phase) * 0.015, light.y - seconds * 0.006);
        addDisc(frame, at.x * height, at.y * height, light.radius * height, scale(backLight, light.light * (0.8 + 0.2 * Math.sin(seconds + light.phase)) * 1.6), height * 0.008);
      }
      const at = project(camera, 0.9, cx + Math.sin(seconds * 0.8) * 0.006, cy + Math.cos(seconds * 0.65) * 0.004);
      const open = 0.62 + 0.38 * smoothstep(-0.15, 1, progress);
      list.forEach((ring, i) => {
        const t = i / (rings - 1);
        const spread = open ** (0.5 + t * 1.2) * at.scale;
        const sway = Math.sin(seconds * 0.9 + i * 0.5) * 0.012;
        const turn = ring.turn + (1 - open) * (0.3 + t * 0.9) + sway;
        for (let k = 0; k < ring.petals; k++) {
          const angle = turn + (k / ring.petals) * 2 * Math.PI;
          const size = ring.radius * spread * (1 + 0.05 * Math.sin(k * 7.7 + i * 3));
          drawPetal(frame, ring.sprite, at.x * height, at.y * height, size * height, angle, 1 - t * 0.16);
        }
      });
      drawHeart(frame, at.x * height, at.y * height, span * 0.075 * height * at.scale, seconds);
      for (const grain of pollen) {
        const y = (((grain.y - seconds * 0.018 * grain.depth) % 1.1) + 1.1) % 1.1;
        const p = project(camera, grain.depth, grain.x + Math.sin(seconds * 0.5 + grain.phase) * 0.03, y);
        addGlow(frame, p.x * height, p.y * height, (0.0025 + 0.008 * Math.abs(grain.depth - 0.95)) * height, scale([1, 0.86, 0.5], 0.3 * (0.5 + 0.5 * Math.sin(seconds * 1.5 + grain.phase))));
      }
    },
  };

  function paintBack(): Layer {
    const ramp = createRamp(look.back.map(fromHex));
    const layer = paintLayer(stage, { detail: 0.35 }, (x, y, out) => {
      const d = Math.hypot(x - aspect * 0.3, y - 0.2);
      ramp.write(noise.fbm(x * 1.6, y * 1.6, 4, 3) * 1.5 - 0.5 + 0.55 * Math.exp(-d * 1.8), out, 0.75);
      out[3] = 1;
    });
    blur(layer.data, layer.width, layer.height, 4, layer.height * 0.03);
    return layer;
  }

  function paintPetal(t: number, index: number): Sprite {
    const side = 224;
    const data = new Float32Array(side * side * 4);
    const out = new Float32Array(3);
    const wide = 0.56 - 0.1 * t;
    for (let row = 0; row < side; row++) {
      // u: 0 at the heart, 1 at the tip.
      const u = 1 - (row + 0.5) / side;
      for (let column = 0; column < side; column++) {
        const v = ((column + 0.5) / side) * 2 - 1;
        const shape = Math.sin(Math.min(1, u * 1.02) ** 0.8 * Math.PI * 0.93 + 0.05) ** 0.62;
        const notch = 0.985 - 0.05 * Math.exp(-((v / 0.12) ** 2)) - 0.1 * v * v + 0.02 * (noise(v * 5, 1, index) - 0.5);
        const half = wide * Math.max(0.02, shape) * (1 + 0.05 * (noise(u * 5, index, 4) - 0.5));
        const inside = Math.min((half - Math.abs(v) * 0.62) * side, (notch - u) * side * 0.9);
        const alpha = clamp(inside * 0.5 + 0.5);
        if (alpha <= 0) continue;
        const across = (v * 0.62) / half;
        const vein = 0.93 + 0.13 * noise.fbm(across * 16 + v * 5, u * 2.5, 3, index + 3);
        const cup = 1 - 0.5 * Math.abs(across) ** 2.2 - 0.16 * Math.max(0, across);
        const edge = smoothstep(7, 0, inside) * 0.24;
        const depth = 0.2 + 0.8 * smoothstep(0.12, 0.86, u);
        const tone = clamp(0.06 + 0.82 * u ** 1.2 + 0.14 * (noise.fbm(v * 3, u * 3, 3, index + 8) - 0.5) - 0.12 * t);
        petal.write(tone, out, depth * cup * vein * 1.12 + edge);
        const i = (row * side + column) * 4;
        for (let k = 0; k < 3; k++) data[i + k] = (out[k] as number) * alpha;
        data[i + 3] = alpha;
      }
    }
    return { side, data };
  }

  function drawHeart(frame: Frame, x: number, y: number, radius: number, seconds: number): void {
    for (let i = 0; i < 95; i++) {
      const angle = i * 2.39996;
      const out = Math.sqrt(i / 95) * radius * (1 + 0.03 * Math.sin(seconds * 1.3 + i));
      const light = 0.35 + 0.75 * (i / 95);
      addDisc(frame, x + Math.cos(angle) * out, y + Math.sin(angle) * out, radius * 0.065, [0.85 * light, 0.52 * light, 0.1 * light], 1.2);
    }
  }
}

/** Places the petal with its heart at x, y, turned by `angle`, and lets it throw a soft shadow. */
function drawPetal(frame: Frame, sprite: Sprite, x: number, y: number, length: number, angle: number, gain: number): void {
  const { width, height, data } = frame;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const { side } = sprite;
  const half = length * 0.62;
  const tipX = x + sin * length;
  const tipY = y - cos * length;
  const left = Math.max(0, Math.floor(Math.min(x, tipX) - half));
  const right = Math.min(width - 1, Math.ceil(Math.max(x, tipX) + half));
  const top = Math.max(0, Math.floor(Math.min(y, tipY) - half));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(y, tipY) + half));
  // Light from the upper left: petals that face it are brighter.
  const facing = gain * (0.86 + 0.2 * (-sin * 0.6 + cos * 0.7));
  const perUnit = 1 / length;
  for (let py = top; py <= bottom; py++) {
    for (let px = left; px <= right; px++) {
      const dx = (px - x) * perUnit;
      const dy = (py - y) * perUnit;
      const u = dx * sin - dy * cos;
      const v = (dx * cos + dy * sin) / 0.62;
      if (u <= 0.004 || u >= 1.06 || v <= -1 || v >= 1) continue;
      const sx = (v * 0.5 + 0.5) * side - 0.5;
      const sy = (1 - u) * side - 0.5;
      const i = (py * width + px) * 3;
      const shade = sampleAlpha(sprite, sx * 0.955 + side * 0.0225, sy * 0.955 + side * 0.012) * 0.3;
      const column = Math.max(0, Math.min(side - 2, sx | 0));
      const row = Math.max(0, Math.min(side - 2, sy | 0));
      const fu = Math.min(1, Math.max(0, sx - column));
      const fv = Math.min(1, Math.max(0, sy - row));
      const a = (row * side + column) * 4;
      const b = a + side * 4;
      const w11 = fu * fv;
      const w10 = fv - w11;
      const w01 = fu - w11;
      const w00 = 1 - fu - w10;
      const s = sprite.data;
      const alpha = sy < -0.5 ? 0 : (s[a + 3] as number) * w00 + (s[a + 7] as number) * w01 + (s[b + 3] as number) * w10 + (s[b + 7] as number) * w11;
      const under = (1 - shade) * (1 - alpha);
      for (let k = 0; k < 3; k++) {
        const color = (s[a + k] as number) * w00 + (s[a + 4 + k] as number) * w01 + (s[b + k] as number) * w10 + (s[b + 4 + k] as number) * w11;
        data[i + k] = (data[i + k] as number) * under + (alpha > 0 ? color * facing : 0);
      }
    }
  }
}

function sampleAlpha({ side, data }: Sprite, x: number, y: number): number {
  const column = Math.max(0, Math.min(side - 1, x | 0));
  const row = Math.max(0, Math.min(side - 1, y | 0));
  return data[(row * side + column) * 4 + 3] as number;
}
