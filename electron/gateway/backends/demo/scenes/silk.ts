// Folds of silk or liquid that move slowly, with a soft light and sharp highlights; or ink sinking into water.
import { createVeil, layVeil, type Veil } from '../canvas/veil.ts';
import { createRamp, fromHex, smoothstep, turnHue } from '../color.ts';
import { createNoiseTile, sampleTile } from '../noise-tile.ts';
import type { Mood } from '../vocabulary.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly colors: readonly string[];
}

const looks: readonly [Look, ...Look[]] = [
  { moods: ['red', 'pink', 'dusk'], colors: ['#4a0a1a', '#c8322a', '#ff8a5a', '#ffe0cc'] },
  { moods: ['teal', 'blue', 'night'], colors: ['#04101c', '#0d3a5c', '#2a9aa4', '#e4f2e0'] },
  { moods: ['purple', 'pink', 'dawn'], colors: ['#1c0f44', '#5c349c', '#e07cc0', '#fff0e2'] },
  { moods: ['gold', 'day'], colors: ['#2c1404', '#8a4a12', '#e0a040', '#fff0c4'] },
  { moods: ['green'], colors: ['#04180f', '#0f5a3c', '#5cc08a', '#f2f8d8'] },
  { moods: ['mono', 'winter'], colors: ['#0c0d11', '#3c4048', '#a4a8b0', '#fbf8f4'] },
];

export function silk(stage: Stage): Scene {
  const { random, reading, aspect } = stage;
  const look = chooseByMood(looks, stage);
  const turn = random.range(-0.035, 0.035);
  const ramp = createRamp(look.colors.map((hex) => turnHue(fromHex(hex), turn)));
  const isInk = reading.details.has('ink');
  const tile = createNoiseTile(random.whole(1, 1e6), 4, isInk ? 5 : 2, 512);
  const veil = createVeil(stage, 2);
  const heights = new Float32Array(veil.width * veil.height);
  const tones = new Float32Array(veil.width * veil.height);
  const angle = random.range(-0.7, 0.7);
  const size = isInk ? random.range(0.26, 0.34) : random.range(0.4, 0.5);
  const warp = isInk ? 0.55 : 0.3;
  const folds = random.range(1.5, 2);
  return {
    bloom: 0.35,
    vignette: 0.34,
    exposure: isInk ? 0.95 : 1,
    draw: (frame, { seconds, camera }) => {
      bend(seconds * 0.9, camera.zoom, camera.x, camera.y);
      if (isInk) shadeInk(veil);
      else shadeSilk(veil, seconds);
      layVeil(frame, veil);
    },
  };

  /** The height of the cloth and its tone for every cell. */
  function bend(seconds: number, zoom: number, panX: number, panY: number): void {
    const c = Math.cos(angle) * size;
    const s = Math.sin(angle) * size;
    for (let row = 0, i = 0; row < veil.height; row++) {
      const y = ((row + 0.5) / veil.height - 0.5) / zoom + panY * 2;
      for (let column = 0; column < veil.width; column++, i++) {
        const x = (((column + 0.5) / veil.width - 0.5) * aspect) / zoom + panX * 2;
        const px = x * c + y * s;
        const py = (y * c - x * s) * 1.25;
        const qx = sampleTile(tile, px + seconds * 0.006, py + seconds * 0.009);
        const qy = sampleTile(tile, px + 0.37 - seconds * 0.008, py + 0.61 + seconds * 0.005);
        const r = sampleTile(
          tile,
          px * 0.7 + qx * warp + 0.2,
          py * 0.7 + qy * warp - seconds * 0.007,
        );
        tones[i] = r;
        heights[i] = Math.sin((r * folds + qx * 1.15) * 5.2 + seconds * 0.22);
      }
    }
  }

  function shadeSilk(target: Veil, seconds: number): void {
    const { width, height, data } = target;
    const steep = height * 0.05;
    const sweep = Math.sin(seconds * 0.32) * 0.18;
    const [lx, ly, lz] = unit(-0.5 + sweep, -0.62, 0.6);
    const [hx, hy, hz] = unit(lx, ly, lz + 1);
    const out = new Float32Array(3);
    for (let row = 0; row < height; row++) {
      const above = Math.max(0, row - 1) * width;
      const below = Math.min(height - 1, row + 1) * width;
      for (let column = 0; column < width; column++) {
        const i = row * width + column;
        const left = row * width + Math.max(0, column - 1);
        const right = row * width + Math.min(width - 1, column + 1);
        const nx = -((heights[right] as number) - (heights[left] as number)) * steep;
        const ny =
          -((heights[below + column] as number) - (heights[above + column] as number)) * steep;
        const length = 1 / Math.sqrt(nx * nx + ny * ny + 1);
        const diffuse = Math.max(0, (nx * lx + ny * ly + lz) * length);
        const facing = Math.max(0, (nx * hx + ny * hy + hz) * length);
        const f2 = facing * facing;
        const f8 = f2 * f2 * f2 * f2;
        const soft = f8 * f2;
        const sharp = f8 * f8 * f8 * f8 * f8;
        const edge = (1 - length) ** 2;
        const tone = (tones[i] as number) * 1.3 - 0.26;
        ramp.write(tone, out, 0.05 + 0.85 * diffuse * diffuse + 0.35 * diffuse + soft * 0.2);
        const shine = sharp * 0.62 + edge * 0.02;
        const k = i * 4;
        data[k] = (out[0] as number) + shine * (0.35 + (out[0] as number));
        data[k + 1] = (out[1] as number) + shine * (0.35 + (out[1] as number));
        data[k + 2] = (out[2] as number) + shine * (0.35 + (out[2] as number));
        data[k + 3] = 1;
      }
    }
  }

  /** Plumes with dense, dark middles on a pale ground. */
  function shadeInk(target: Veil): void {
    const out = new Float32Array(3);
    const paper = ramp.at(1);
    for (let i = 0; i < heights.length; i++) {
      const tone = tones[i] as number;
      const fold = (heights[i] as number) * 0.5 + 0.5;
      const density = smoothstep(0.3, 0.72, tone + 0.14 * (fold - 0.5));
      const thread = (1 - Math.abs(fold * 2 - 1)) ** 3 * smoothstep(0.2, 0.5, tone) * 0.5;
      const cover = Math.min(1, density * 0.97 + thread * (1 - density * 0.5));
      ramp.write(0.86 - density * 0.78 - thread * 0.3 + 0.2 * fold * density, out);
      for (let k = 0; k < 3; k++) {
        target.data[i * 4 + k] =
          (paper[k] as number) * 0.92 * (1 - cover) + (out[k] as number) * cover;
      }
      target.data[i * 4 + 3] = 1;
    }
  }
}

function unit(x: number, y: number, z: number): readonly [number, number, number] {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}
