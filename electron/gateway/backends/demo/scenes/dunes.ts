// Desert dunes: sharp crests between light and shadow, sand blown off the ridges, a caravan far away.
import { compositeLayer } from '../canvas/composite.ts';
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { createVeil, layVeil, paintVeil } from '../canvas/veil.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep } from '../color.ts';
import { createNoiseTile, sampleTile } from '../noise-tile.ts';
import type { Mood } from '../vocabulary.ts';
import { paintCaravan } from './caravan.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createStars, paintClouds, paintSky } from './sky.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly sky: readonly string[];
  readonly lit: string;
  readonly shade: string;
  readonly sun: string;
  readonly isNight: boolean;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['gold', 'dusk'],
    sky: ['#2c4a80', '#8a98b0', '#f2c494', '#ffdca4'],
    lit: '#f0a860',
    shade: '#6a2c1c',
    sun: '#ffdca0',
    isNight: false,
  },
  {
    moods: ['red'],
    sky: ['#3a1c3c', '#8a3a48', '#e8704a', '#ffb878'],
    lit: '#e06a38',
    shade: '#4a1420',
    sun: '#ffb070',
    isNight: false,
  },
  {
    moods: ['day', 'blue', 'teal'],
    sky: ['#1458a4', '#5aa0d4', '#b8dce4', '#f4ecd4'],
    lit: '#f4cc90',
    shade: '#9a6440',
    sun: '#fff4d4',
    isNight: false,
  },
  {
    moods: ['dawn', 'pink', 'purple'],
    sky: ['#3a3f80', '#9a7cae', '#f4b0a0', '#ffe0bc'],
    lit: '#e8a898',
    shade: '#5a3458',
    sun: '#ffe0c4',
    isNight: false,
  },
  {
    moods: ['night', 'winter'],
    sky: ['#030718', '#0c1a40', '#28406c', '#5a7494'],
    lit: '#5a7aa8',
    shade: '#0a1430',
    sun: '#e4eeff',
    isNight: true,
  },
];

const ranks = 6;

export function dunes(stage: Stage): Scene {
  const { aspect, height, random, noise, unit } = stage;
  const look = chooseByMood(looks, stage);
  const lit = fromHex(look.lit);
  const shade = fromHex(look.shade);
  const colors = look.sky.map(fromHex);
  const side = random.sign();
  const sun = {
    x: aspect * (0.5 + side * random.range(0.16, 0.32)),
    y: look.isNight ? 0.2 : random.range(0.28, 0.36),
    radius: 0.036 * Math.sqrt(unit),
    color: fromHex(look.sun),
    halo: look.isNight ? 0.5 : 1.1,
    disc: look.isNight ? 1.6 : 4,
  };
  const sky = paintSky(stage, colors, 0.5, sun);
  const cloudLayer = paintClouds(stage, {
    lit: mix(colors.at(-1) ?? lit, sun.color, 0.5),
    shade: mix(colors[1] ?? shade, colors[2] ?? shade, 0.5),
    cover: random.range(0.2, 0.45),
    from: -0.1,
    to: 0.42,
    flatness: 6,
    seed: 9,
  });
  const stars = look.isNight ? createStars(stage, 520, 0.5) : null;
  const haze = mix(colors.at(-1) ?? lit, lit, 0.35);
  const plans = Array.from({ length: ranks }, (_, i) => planDune(i));
  const layers = plans.map(paintDune);
  const caravan = paintCaravan(stage, {
    side,
    ground: (plans[2] ?? planDune(2)).crest,
    color: scale(shade, 0.16),
  });
  const tile = createNoiseTile(random.whole(1, 1e6), 8, 5, 256);
  const veil = createVeil(stage, 4);
  const grains = Array.from({ length: Math.round(130 * aspect) }, () => ({
    x: random.range(-0.1, aspect + 0.1),
    y: random.range(0.5, 1),
    depth: random.range(0.6, 1.7),
    phase: random.range(0, 6.3),
    speed: random.range(0.1, 0.3),
  }));
  return {
    bloom: 0.45,
    vignette: 0.32,
    exposure: look.isNight ? 1.1 : 0.82,
    moves: ['push', 'pan-left', 'pan-right', 'rise'],
    moveStrength: 1.25,
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.03 });
      stars?.draw(frame, camera, seconds);
      compositeLayer(frame, cloudLayer, camera, {
        depth: 0.06,
        x: -side * seconds * 0.008,
        opacity: 0.7,
      });
      layers.forEach((layer, i) => {
        compositeLayer(frame, layer, camera, { depth: depthOf(i) });
        if (i === 2)
          compositeLayer(frame, caravan, camera, {
            depth: depthOf(2),
            x: -side * seconds * 0.0075,
            y: Math.abs(Math.sin(seconds * 3)) * -0.0006,
          });
      });
      blow(seconds);
      layVeil(frame, veil, height * 0.35);
      for (const grain of grains) {
        const span = aspect + 0.2;
        const x = ((((grain.x - side * seconds * grain.speed) % span) + span) % span) - 0.1;
        const at = project(
          camera,
          grain.depth,
          x,
          grain.y + Math.sin(seconds * 1.7 + grain.phase) * 0.012,
        );
        addGlow(
          frame,
          at.x * height,
          at.y * height,
          (0.0018 + 0.005 * Math.abs(grain.depth - 0.9)) * height,
          scale(mix(lit, sun.color, 0.5), 0.22),
        );
      }
    },
  };

  function depthOf(index: number): number {
    return 0.12 + (index / (ranks - 1)) ** 1.5 * 1.05;
  }

  function planDune(index: number) {
    const t = index / (ranks - 1);
    const base = 0.5 + t ** 1.25 * 0.42;
    const swing = 0.1 + 0.17 * t ** 0.7;
    const shift = random.range(0, 60);
    const rate = 1.35 - 0.75 * t;
    const crest = (x: number): number => {
      // Long windward slopes and a sharp fold: a bent, rectified wave.
      const p = x * rate + shift + 0.35 * noise(x * 0.9, index * 3, 4);
      const wave = 1 - Math.abs(Math.sin(p * 1.45)) ** 0.82;
      return base - swing * (0.5 * wave + 0.75 * noise.fbm(p * 0.7, index * 5.1, 2, 2) - 0.35);
    };
    return { t, index, shift, crest };
  }

  function paintDune({ t, index, shift, crest }: ReturnType<typeof planDune>): Layer {
    const tall = 0.24 + 0.25 * t;
    const columns = Math.ceil((aspect + 0.4) * height);
    const edge = Float32Array.from({ length: columns }, (_, i) => crest(i / height - 0.2));
    return paintLayer(stage, { top: 0.25 }, (x, y, out) => {
      const column = Math.min(columns - 1, Math.max(0, Math.floor((x + 0.2) * height)));
      const top = edge[column] as number;
      const inside = clamp((y - top) * height);
      if (inside <= 0) return;
      const down = (y - top) / tall;
      // The fold between the sunny and the shaded face winds down from each summit.
      const bend =
        0.35 * noise.fbm(down * 1.6 + shift, index * 2.3, 3, 6) + 0.06 * Math.sin(down * 5 + shift);
      const p =
        (x + side * (down * 0.34 + bend * down)) * (1.35 - 0.75 * t) +
        shift +
        0.35 * noise(x * 0.9, index * 3, 4);
      const phase = Math.sin(p * 2.9);
      const face = smoothstep(
        -0.02 - 0.24 * down,
        0.05 + 0.3 * down,
        phase * side * (1 - down * 0.2),
      );
      const ripple = Math.sin(
        (y * 210 - x * 46 * side) * (1.5 - t * 0.85) + noise.fbm(x * 9, y * 13, 3, 7) * 9,
      );
      const grain = 0.94 + 0.12 * noise(x * 260, y * 260, 2);
      const light =
        (0.2 + 0.8 * face) * (1 + ripple * 0.055 * (0.3 + t)) * grain * (1.05 - 0.3 * clamp(down));
      const rim = Math.exp(-(y - top) * (150 - 60 * t)) * (0.25 + 0.55 * face);
      const far = (1 - t) ** 1.15 * (0.45 + 0.35 * smoothstep(0, 0.8, down));
      const sunward = Math.exp(-Math.abs(x - sun.x) * 1.1);
      for (let k = 0; k < 3; k++) {
        const body =
          (shade[k] as number) +
          ((lit[k] as number) * (1 + sunward * 0.35) - (shade[k] as number)) * light;
        const color = body + (sun.color[k] as number) * rim * 0.3;
        out[k] = color + ((haze[k] as number) * 0.9 - color) * far;
      }
      out[3] = inside;
    });
  }

  /** Sand carried by the wind in low, torn sheets. */
  function blow(seconds: number): void {
    const dust = mix(lit, sun.color, 0.4);
    paintVeil(veil, aspect, (x, y, out) => {
      const low = smoothstep(0.46, 0.6, y) * smoothstep(1.05, 0.75, y);
      const sheet = sampleTile(tile, x * 0.17 + side * seconds * 0.055, y * 1.3 + seconds * 0.006);
      const torn = sampleTile(tile, x * 0.5 + side * seconds * 0.13, y * 3.1 + 0.4);
      const alpha = low * clamp(sheet * torn * 2.3 - 0.6) * (look.isNight ? 0.2 : 0.42);
      for (let k = 0; k < 3; k++) out[k] = (dust[k] as number) * alpha;
      out[3] = alpha;
    });
  }
}
