// A red gate in still water before a great mountain; cherry branches, falling petals.

import { compositeLayer } from '../canvas/composite.ts';
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { drawWater } from '../canvas/water.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep } from '../color.ts';
import { createNoiseTile } from '../noise-tile.ts';
import { createPetals } from '../weather/petals.ts';
import { createSnow } from '../weather/snow.ts';
import type { Mood } from '../vocabulary.ts';
import { createBirds } from './birds.ts';
import { paintGate } from './torii-gate.ts';
import { paintBranch } from './cherry-branch.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createStars, paintClouds, paintSky } from './sky.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly sky: readonly string[];
  readonly mountain: string;
  readonly blossom: string;
  readonly gate: string;
  readonly sun: string;
  readonly isNight: boolean;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['dawn', 'pink', 'day'],
    sky: ['#5a78b8', '#a8a8d0', '#f4b8b8', '#ffe4cc'],
    mountain: '#6a7ca8',
    blossom: '#f8a8bc',
    gate: '#d03a20',
    sun: '#fff0d8',
    isNight: false,
  },
  {
    moods: ['dusk', 'red', 'gold'],
    sky: ['#2c2a66', '#8a4a78', '#f07850', '#ffc880'],
    mountain: '#5a3a60',
    blossom: '#f08a8a',
    gate: '#b82a18',
    sun: '#ffc070',
    isNight: false,
  },
  {
    moods: ['night', 'blue', 'purple'],
    sky: ['#040a20', '#0f1e4a', '#2f3c78', '#7a6a98'],
    mountain: '#1c2c54',
    blossom: '#c88ac0',
    gate: '#a02a28',
    sun: '#f0f2ff',
    isNight: true,
  },
  {
    moods: ['winter', 'mono', 'teal'],
    sky: ['#5a7488', '#9cb0bc', '#d4dce0', '#f4f0ec'],
    mountain: '#8494a4',
    blossom: '#f4f4f8',
    gate: '#c03424',
    sun: '#ffffff',
    isNight: false,
  },
];

const shore = 0.665;

export function torii(stage: Stage): Scene {
  const { aspect, height, random, noise, unit } = stage;
  const look = chooseByMood(looks, stage);
  const colors = look.sky.map(fromHex);
  const side = random.sign();
  const sun = {
    x: aspect * (0.5 - side * random.range(0.16, 0.3)),
    y: random.range(0.16, 0.26),
    radius: 0.05 * Math.sqrt(unit),
    color: fromHex(look.sun),
    halo: look.isNight ? 0.45 : 0.8,
    disc: look.isNight ? 1.5 : 2.6,
  };
  const glow = mix(colors.at(-1) ?? sun.color, sun.color, 0.3);
  const sky = paintSky(stage, colors, shore, sun);
  const cloudLayer = paintClouds(stage, {
    lit: glow,
    shade: mix(colors[1] ?? glow, colors[2] ?? glow, 0.5),
    cover: random.range(0.3, 0.5),
    from: -0.1,
    to: 0.5,
    flatness: 5.5,
    seed: 5,
  });
  const stars = look.isNight ? createStars(stage, 300, 0.5) : null;
  const peakX = aspect * (0.5 - side * random.range(0.02, 0.12));
  const mountain = paintMountain();
  const woods = [0, 1].map(paintWoods);
  const gate = paintGate(stage, { side, shore, color: fromHex(look.gate), isNight: look.isNight });
  const branch = paintBranch(stage, { side, color: fromHex(look.blossom), isNight: look.isNight });
  const ripples = createNoiseTile(random.whole(1, 1e6), 8, 4);
  const air = look.moods.includes('winter')
    ? createSnow(stage, { count: 380, gust: -side * 0.03, color: [0.95, 0.97, 1] })
    : createPetals(stage, {
        count: 110,
        color: scale(fromHex(look.blossom), 1.05),
        gust: -side * 0.055,
      });
  const birds = look.isNight ? null : createBirds(stage, [0.05, 0.05, 0.08], 0.3);
  return {
    bloom: 0.4,
    vignette: 0.3,
    exposure: look.isNight ? 1.15 : 0.85,
    moves: ['push', 'push', 'pan-left', 'pan-right', 'rise'],
    moveStrength: 1.15,
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.03 });
      stars?.draw(frame, camera, seconds);
      compositeLayer(frame, cloudLayer, camera, {
        depth: 0.06,
        x: side * seconds * 0.008,
        opacity: 0.75,
      });
      compositeLayer(frame, mountain, camera, { depth: 0.1 });
      woods.forEach((layer, i) => compositeLayer(frame, layer, camera, { depth: 0.18 + i * 0.14 }));
      birds?.draw(frame, camera, seconds);
      const isBehind = project(camera, 0.35, 0, shore).y * height;
      compositeLayer(frame, gate.upper, camera, { depth: 0.6 });
      drawWater(frame, {
        edge: isBehind,
        ripples,
        seconds,
        choppiness: 0.2,
        stretch: 1.1,
        tint: [0.6, 0.64, 0.74],
        body: scale(colors[1] ?? glow, 0.05),
        smear: 0.008,
        fineness: 1.4,
      });
      compositeLayer(frame, gate.feet, camera, { depth: 0.6 });
      compositeLayer(frame, branch, camera, {
        depth: 1.35,
        x: Math.sin(seconds * 0.9) * 0.004,
        y: Math.sin(seconds * 1.3) * 0.003,
      });
      air.draw(frame, seconds);
    },
  };

  function paintMountain(): Layer {
    const rock = fromHex(look.mountain);
    const wide = 0.62 * (0.55 + 0.45 * Math.min(1.2, aspect * 0.6));
    const crest = (x: number): number => {
      const d = Math.abs(x - peakX) / wide;
      const cone =
        d < 0.09
          ? 0.9 - d * 0.4
          : Math.max(0, 0.9 - 0.036 - (d - 0.09) * 1.18 + 0.3 * Math.max(0, d - 0.3) ** 1.25);
      return shore - 0.02 - 0.4 * Math.max(0, cone) + 0.012 * (noise.fbm(x * 16, 1, 4, 3) - 0.5);
    };
    return paintLayer(stage, { top: 0, bottom: shore + 0.02 }, (x, y, out) => {
      const top = crest(x);
      const inside = clamp((y - top) * height);
      if (inside <= 0) return;
      const fromPeak = Math.abs(x - peakX) / wide;
      const gully = noise.ridged(((x - peakX) * 9) / (0.25 + (y - 0.2) * 1.6) + 40, y * 2.2, 4, 6);
      const line = 0.37 + 0.1 * (gully - 0.45) + 0.05 * fromPeak;
      const snow = smoothstep(line + 0.03, line - 0.035, y - 0.012 * noise(x * 60, y * 60, 2));
      const lit = clamp(0.55 + (peakX - x) * -side * 1.3 + (gully - 0.5) * 0.6);
      const haze = smoothstep(0.34, shore, y) * 0.85;
      for (let k = 0; k < 3; k++) {
        const base = (rock[k] as number) * (0.65 + 0.5 * lit);
        const white =
          mix([0.5, 0.55, 0.7], glow, lit)[k as 0 | 1 | 2] * (look.isNight ? 0.35 : 0.92);
        const c = base + (white - base) * snow;
        out[k] = c + ((colors.at(-1)?.[k as 0 | 1 | 2] ?? c) * 0.82 - c) * haze;
      }
      out[3] = inside;
    });
  }

  function paintWoods(index: number): Layer {
    const tone = mix(
      mix(fromHex(look.mountain), glow, 0.4 - index * 0.3),
      [0.02, 0.03, 0.04],
      0.35 + 0.4 * index,
    );
    const blossom = fromHex(look.blossom);
    return paintLayer(stage, { top: 0.4, bottom: shore + 0.02 }, (x, y, out) => {
      const out01 = Math.abs(x / aspect - 0.5) * 2;
      const top =
        shore -
        0.015 -
        (0.03 + 0.1 * out01 ** (1.2 + index)) *
          (1 - index * 0.3) *
          (0.35 + noise.fbm(x * 3 + index * 9, 2, 3, 7)) -
        0.016 * noise.fbm(x * 40, index, 3, 9);
      const inside = clamp((y - top) * height * 0.7) * clamp((shore + 0.004 - y) * height);
      if (inside <= 0) return;
      const leaf = noise.fbm(x * 46, y * 60, 3, 12 + index);
      const pink =
        index === 1
          ? smoothstep(0.5, 0.62, noise.fbm(x * 5, y * 7, 3, 17)) * smoothstep(0.3, 0.7, leaf)
          : 0;
      const low = smoothstep(shore - 0.035, shore, y);
      for (let k = 0; k < 3; k++) {
        const c =
          (tone[k] as number) * (0.4 + leaf) +
          ((blossom[k] as number) * (look.isNight ? 0.25 : 0.62) - (tone[k] as number)) * pink;
        out[k] = c + ((glow[k] as number) * 0.5 - c) * low * (0.5 - index * 0.25);
      }
      out[3] = inside;
    });
  }
}
