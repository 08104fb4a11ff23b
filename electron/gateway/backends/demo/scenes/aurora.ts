// Northern lights over a fjord: curtains that wave, stars, snowy mountains, everything twice in the water.
import { compositeLayer } from '../canvas/composite.ts';
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { createVeil, layVeil, paintVeil } from '../canvas/veil.ts';
import { drawWater } from '../canvas/water.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, smoothstep, type Rgb } from '../color.ts';
import { createNoiseTile, sampleTile } from '../noise-tile.ts';
import type { Mood } from '../vocabulary.ts';
import { drawPine } from './pine.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createStars, paintSky } from './sky.ts';
import { drawWalker } from './walker.ts';

interface Look {
  readonly moods: readonly Mood[];
  /** Lower edge, middle, top of a curtain. */
  readonly curtain: readonly [string, string, string];
}

const looks: readonly [Look, ...Look[]] = [
  { moods: ['green', 'night', 'winter'], curtain: ['#4dffa8', '#1fd8a0', '#7a3cff'] },
  { moods: ['purple', 'pink'], curtain: ['#ff6ad0', '#9a5bff', '#3a4cff'] },
  { moods: ['teal', 'blue'], curtain: ['#5affe8', '#2fa8ff', '#4a3cff'] },
  { moods: ['red', 'gold'], curtain: ['#7dff8a', '#ffb05a', '#ff2f5f'] },
];

const shore = 0.715;

export function aurora(stage: Stage): Scene {
  const { aspect, height, random, reading } = stage;
  const look = chooseByMood(looks, stage);
  const sky = paintSky(
    stage,
    ['#02050f', '#051028', '#0a2038', '#12384a'].map(fromHex),
    0.75,
    null,
  );
  const stars = createStars(stage, 620, 0.66, 0.9);
  const [low, middle, high] = look.curtain.map(fromHex) as [Rgb, Rgb, Rgb];
  const veil = createVeil(stage, 4);
  const curtains = createCurtains(stage, veil.width);
  const mountains = [0, 1, 2].map((i) => paintMountain(stage, i, mix(middle, low, 0.5)));
  const front = paintFront(stage, low);
  const ripples = createNoiseTile(random.whole(1, 1e6), 8, 4);
  return {
    bloom: 0.5,
    vignette: 0.35,
    exposure: 1.1,
    moves: ['push', 'pan-left', 'pan-right', 'rise'],
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.03 });
      stars.draw(frame, camera, seconds);
      curtains.move(seconds);
      let column = 0;
      paintVeil(veil, aspect, (_x, y, out) => {
        out[0] = out[1] = out[2] = 0;
        curtains.light(column, y, (strength, up) => {
          const lower = smoothstep(0.16, 0, up);
          const upper = smoothstep(0.1, 0.42, up);
          for (let k = 0; k < 3; k++) {
            const body = (middle[k] as number) * (1 - upper) + (high[k] as number) * upper;
            out[k] =
              (out[k] as number) + strength * (body * (1 - lower) + (low[k] as number) * lower);
          }
        });
        column = (column + 1) % veil.width;
      });
      layVeil(frame, veil, 0, height * (shore + 0.05));
      mountains.forEach((layer, i) =>
        compositeLayer(frame, layer, camera, { depth: 0.15 + i * 0.14 }),
      );
      const edge = project(camera, 0.45, 0, shore).y * height;
      drawWater(frame, {
        edge,
        ripples,
        seconds,
        choppiness: 0.2,
        stretch: 1.75,
        tint: [0.6, 0.7, 0.78],
        smear: 0.01,
        fineness: 1.3,
      });
      compositeLayer(frame, front, camera, { depth: 1 });
    },
  };

  function paintFront(space: Stage, glow: Rgb): Layer {
    const layer = createLayer(space, { top: 0.4 });
    const dark: Rgb = [0.003, 0.006, 0.009];
    const side = random.sign();
    const ground = (x: number): number => {
      const out = side > 0 ? x / aspect : 1 - x / aspect;
      return 0.905 + 0.16 * smoothstep(0.12, 0.75, out) + 0.02 * space.noise.fbm(x * 5, 2, 4, 8);
    };
    const hill = paintLayer(space, { top: 0.4 }, (x, y, out) => {
      const frost = 0.4 + space.noise.fbm(x * 30, y * 60, 3, 14);
      const rim = Math.exp(-(y - ground(x)) * 70);
      for (let k = 0; k < 3; k++)
        out[k] = (dark[k] as number) * frost * 2 + (glow[k] as number) * rim * 0.06 * frost;
      out[3] = clamp((y - ground(x)) * height);
    });
    layer.data.set(hill.data);
    for (let i = 0; i < 11; i++) {
      const out = random.next() ** 1.6 * 0.36;
      const x = aspect * (side > 0 ? out : 1 - out);
      drawPine(layer, random, {
        x,
        y: ground(x) + 0.02,
        size: random.range(0.13, 0.36) * (1.1 - out),
        color: dark,
        snow: null,
      });
    }
    if (reading.details.has('figure') || !reading.isAskedFor || random.chance(0.5)) {
      const x = aspect * (side > 0 ? 0.43 : 0.57);
      drawWalker(layer, {
        x,
        y: ground(x) + 0.008,
        size: 0.085,
        hasUmbrella: false,
        dark,
        rimLeft: glow,
        rimRight: glow,
      });
    }
    measureSpans(layer);
    return layer;
  }
}

interface Curtains {
  move(seconds: number): void;
  light(column: number, y: number, add: (strength: number, up: number) => void): void;
}

/** All that depends on the column alone is computed once a frame. */
function createCurtains({ aspect, random }: Stage, columns: number): Curtains {
  const tile = createNoiseTile(random.whole(1, 1e6), 8, 4);
  const count = 4;
  const bases = Array.from({ length: count }, () => new Float32Array(columns));
  const strengths = Array.from({ length: count }, () => new Float32Array(columns));
  const shifts = Array.from({ length: count }, () => random.next());
  const lean = random.range(-0.12, 0.12);
  return {
    move: (seconds) => {
      for (let k = 0; k < count; k++) {
        const shift = shifts[k] as number;
        for (let i = 0; i < columns; i++) {
          const x = (i / columns) * aspect;
          const fold =
            sampleTile(tile, x * 0.16 + shift + seconds * 0.006, k * 0.23 + seconds * 0.011) - 0.5;
          const wx = x + fold * 0.62;
          (bases[k] as Float32Array)[i] =
            0.4 +
            0.055 * k +
            lean * (x / aspect - 0.5) +
            0.34 * (sampleTile(tile, wx * 0.13 + shift, 0.37 + seconds * 0.013) - 0.5);
          const rays = sampleTile(
            tile,
            wx * 1.15 + k * 0.31 + seconds * 0.02,
            shift + seconds * 0.035,
          );
          const fine = sampleTile(tile, wx * 3.1 - seconds * 0.03, shift + 0.5 + seconds * 0.06);
          const reach = clamp(
            sampleTile(tile, wx * 0.19 + k * 0.27 - seconds * 0.009, 0.7 + shift) * 2.6 - 0.85,
          );
          (strengths[k] as Float32Array)[i] =
            reach * (0.16 + 1.2 * rays * rays * (0.45 + 0.75 * fine)) * (1.05 - 0.17 * k);
        }
      }
    },
    light: (column, y, add) => {
      for (let k = 0; k < count; k++) {
        const up = ((bases[k] as Float32Array)[column] as number) - y;
        const fall = up > 0 ? Math.exp(-up * (5.4 - k * 0.5)) : Math.exp(up * 42);
        const strength = fall * ((strengths[k] as Float32Array)[column] as number);
        if (strength > 0.003) add(strength, up);
      }
    },
  };
}

function paintMountain(stage: Stage, index: number, glow: Rgb): Layer {
  const { noise, random, height } = stage;
  const rock = fromHex(['#1c3346', '#10222f', '#070f18'][index] ?? '#070f18');
  const base = [0.62, 0.68, 0.725][index] ?? 0.7;
  const swing = [0.34, 0.22, 0.09][index] ?? 0.1;
  const shift = random.range(0, 50);
  const crest = (x: number): number =>
    base -
    swing * (noise.fbm(x * 1.15 + shift, index * 5, 3, index) - 0.4) -
    0.11 * (1 - index * 0.3) * (noise.ridged(x * 2.6 + shift, index * 3, 5, index + 9) - 0.4);
  return paintLayer(stage, { bottom: shore + 0.06 }, (x, y, out) => {
    const top = crest(x);
    const inside = clamp((y - top) * height) * clamp((shore + 0.006 - y) * height);
    if (inside <= 0) return;
    const bend = noise.fbm(x * 4, y * 4, 3, 33) - 0.5;
    const gullies = noise.ridged(
      (x * 0.8 + y * 0.6) * 8 + shift + bend * 2,
      (y * 0.8 - x * 0.6) * 8 + bend,
      4,
      index + 20,
    );
    const snow =
      clamp((gullies - 0.32) * 2.6) * smoothstep(0.3, 0.02, y - top) * (0.5 - index * 0.13);
    const mist = smoothstep(shore - 0.09, shore, y) * 0.25 * (2 - index) * 0.5;
    for (let k = 0; k < 3; k++) {
      const lit =
        (rock[k] as number) * (0.5 + gullies * 0.6) + snow * (0.14 + (glow[k] as number) * 0.42);
      out[k] = lit + ((glow[k] as number) * 0.16 + 0.02 - lit) * mist;
    }
    out[3] = inside;
  });
}
