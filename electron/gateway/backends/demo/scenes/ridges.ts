// Mountain ridges fading into mist, a low sun; a lake, balloons or a wanderer where the words ask for them.
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { compositeLayer } from '../canvas/composite.ts';
import { drawWater } from '../canvas/water.ts';
import { createNoiseTile } from '../noise-tile.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep, type Rgb } from '../color.ts';
import type { Mood } from '../vocabulary.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createStars, paintClouds, paintSky, type SunLook } from './sky.ts';
import { createBalloons } from './balloons.ts';
import { createBirds } from './birds.ts';

interface Look {
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

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['dawn', 'pink', 'purple'],
    sky: ['#3a4c8c', '#8f78a8', '#eda088', '#ffd6a0'],
    far: '#dba498', near: '#191730', sun: '#ffe4b4', disc: 3.4, halo: 1, stars: false, snow: 0,
  },
  {
    moods: ['day', 'blue', 'teal'],
    sky: ['#0f3568', '#3f7bab', '#9fc8d8', '#eef0dc'],
    far: '#a6c6d2', near: '#0a1d28', sun: '#fff4d8', disc: 3, halo: 0.8, stars: false, snow: 0.25,
  },
  {
    moods: ['dusk', 'gold', 'red'],
    sky: ['#2b2350', '#7a3b5c', '#e0683c', '#ffc266'],
    far: '#e58a56', near: '#1a0d18', sun: '#ffd08a', disc: 4, halo: 1.25, stars: false, snow: 0,
  },
  {
    moods: ['night', 'blue'],
    sky: ['#040a1e', '#0c1c42', '#234a74', '#5a86a0'],
    far: '#2f4f72', near: '#02060d', sun: '#dfeaff', disc: 1.6, halo: 0.5, stars: true, snow: 0.3,
  },
  {
    moods: ['green', 'storm'],
    sky: ['#17343a', '#3d6a66', '#8fb49a', '#e6e2b8'],
    far: '#8cb09c', near: '#07180f', sun: '#fff0c0', disc: 2.2, halo: 1, stars: false, snow: 0,
  },
  {
    moods: ['winter', 'mono'],
    sky: ['#3f5a7c', '#8ea6bf', '#d6dde4', '#fff1e2'],
    far: '#c3cfdb', near: '#1a2736', sun: '#fff0dc', disc: 2.6, halo: 0.8, stars: false, snow: 1,
  },
];

export function ridges(stage: Stage): Scene {
  const { aspect, height, random, theme, noise, reading } = stage;
  const look = chooseByMood(looks, stage);
  const hasLake = reading.details.has('lake') || (!reading.isAskedFor && theme.chance(0.4));
  const shore = 0.735;
  const sun: SunLook = {
    x: aspect * (random.chance(0.5) ? random.range(0.2, 0.4) : random.range(0.58, 0.8)),
    y: random.range(0.26, 0.38),
    radius: 0.03 * Math.sqrt(stage.unit),
    color: fromHex(look.sun),
    halo: look.halo,
    disc: look.disc,
  };
  const sky = paintSky(stage, look.sky.map(fromHex), 0.72, sun);
  const lit = mix(fromHex(look.sky.at(-1) ?? '#ffffff'), sun.color, 0.5);
  const clouds = paintClouds(stage, {
    lit: scale(lit, 1.05), shade: mix(fromHex(look.sky[1] ?? '#808080'), fromHex(look.far), 0.35),
    cover: random.range(0.3, 0.62), from: -0.1, to: 0.42, flatness: 3.4, seed: 3,
  });
  const count = hasLake ? 5 : 7;
  const layers = Array.from({ length: count }, (_, i) =>
    paintRidge(stage, look, sun, i / (count - 1), i, hasLake ? shore : null),
  );
  const mists = [0, 1].map((i) => paintMist(stage, mix(fromHex(look.far), lit, 0.45), i));
  const stars = look.stars ? createStars(stage, 420, 0.5) : null;
  const balloons = reading.details.has('balloon') ? createBalloons(stage, sun) : null;
  const birds = !balloons && (reading.details.has('birds') || theme.chance(0.5)) && !look.stars
    ? createBirds(stage, mix(fromHex(look.near), fromHex(look.far), 0.2), 0.3) : null;
  const ripples = createNoiseTile(random.whole(1, 1e6), 8, 4);
  return {
    bloom: 0.5,
    vignette: 0.3,
    exposure: look.stars ? 0.95 : 0.8,
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.04 });
      stars?.draw(frame, camera, seconds);
      compositeLayer(frame, clouds, camera, { depth: 0.08, x: seconds * 0.012 - 0.05, opacity: 0.8 });
      layers.forEach((layer, i) => {
        const t = i / (count - 1);
        compositeLayer(frame, layer, camera, { depth: 0.12 + t * t * 0.95 });
        const mist = mists[i % 2];
        if (mist && i < count - 1 && i > 0) {
          const drift = (seconds * (0.012 + 0.02 * t) + i * 0.31) % 1;
          compositeLayer(frame, mist, camera, {
            depth: 0.15 + t * t * 0.9, x: drift - 0.6, y: t * 0.34 - 0.02, opacity: 0.36 * (1 - t * 0.75),
          });
        }
        if (i === 1) balloons?.drawFar(frame, camera, seconds);
      });
      if (hasLake) {
        const edge = project(camera, 0.5, 0, shore).y * height;
        drawWater(frame, { edge, ripples, seconds, choppiness: 0.16, stretch: 1.15, tint: [0.5, 0.58, 0.68], smear: 0.006, fineness: 1.6 });
      }
      balloons?.drawNear(frame, camera, seconds);
      birds?.draw(frame, camera, seconds);
    },
  };

  function paintMist(space: Stage, color: Rgb, index: number): Layer {
    return paintLayer(space, { left: -0.7, right: aspect + 1, top: 0.3, bottom: 0.7, detail: 0.25 }, (x, y, out) => {
      const wave = noise.fbm(x * 1.4 + index * 9, y * 6, 5, 71 + index);
      const bank = Math.exp(-(((y - 0.5) / 0.085) ** 2));
      out[0] = color[0];
      out[1] = color[1];
      out[2] = color[2];
      out[3] = clamp((wave - 0.32) * 2.1) * bank;
    });
  }
}

/** One ridge: light from the sun's side, haze towards its foot, pines along the nearest. */
function paintRidge(stage: Stage, look: Look, sun: SunLook, t: number, index: number, shore: number | null): Layer {
  const { noise, aspect, random, height } = stage;
  const base = shore === null ? 0.41 + t ** 1.15 * 0.45 : 0.43 + t ** 1.1 * 0.27;
  const swing = (shore === null ? 0.34 : 0.3) * (1 - t * 0.45);
  const far = fromHex(look.far);
  const near = fromHex(look.near);
  const body = mix(scale(far, 0.86), near, t ** 0.62);
  const shift = random.range(0, 60);
  const sharp = t < 0.75 ? 1 : 0.6;
  const pines = t > 0.7 ? 0.03 + 0.05 * (t - 0.7) / 0.3 : 0;
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
  return paintLayer(stage, { bottom: shore === null ? 1.1 : shore + 0.05 }, (x, y, out) => {
    const i = Math.min(columns - 2, Math.max(0, (x + 0.2) * height));
    const top = (ridge[Math.floor(i)] as number);
    const inside = clamp((y - top) * height + 0.5) * clamp((foot - y) * height + 0.5);
    if (inside <= 0) return;
    const depth = y - top;
    // Gullies run down the slope: the field is turned and bent so that no axis shows.
    const bend = noise.fbm(x * 3 + shift, y * 3, 3, index + 25) - 0.5;
    const qx = (x * 0.82 + y * 0.57) * 6 + shift + bend * 2.4;
    const qy = (y * 0.82 - x * 0.57) * 6 + bend * 1.6;
    const step = sun.x < x ? -0.14 : 0.14;
    const relief = noise.ridged(qx, qy, 4, index + 20) - noise.ridged(qx + step, qy - 0.12, 4, index + 20);
    const face = (1 + relief * 1.15 * (1 - t * 0.4)) * (0.93 + 0.14 * noise(x * 90 + y * 31, y * 90 - x * 31, index));
    const haze = smoothstep(0.01, 0.24, depth) * (1 - t) * 0.6;
    const rim = Math.exp(-depth * 60) * sunward(x) * 0.45 * (1 - t * 0.6);
    const snow = look.snow * smoothstep(0.14, 0.0, depth) * clamp(relief * 3 + 0.55) * (1 - t) * 0.5;
    for (let k = 0; k < 3; k++) {
      const color = (body[k] as number) * face + snow * 0.6 * (look.stars ? 0.25 : 1);
      const hazed = color + ((far[k] as number) * 1.06 - color) * haze;
      out[k] = hazed + (sun.color[k] as number) * rim;
    }
    out[3] = inside;
  });
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
      const middle = (cell + k - row * 0.37 + 0.25 + 0.5 * noise((cell + k) * 3.3, row * 4.7, index + 5)) * spacing;
      const tall = size * (0.25 + 0.75 * chance * noise((cell + k) * 1.31, 2.2, index + 7) * 1.6);
      const across = Math.abs(x - middle) / (tall * 0.2);
      if (across >= 1) continue;
      const saw = ((across * 6) % 1) * 0.1;
      best = Math.max(best, tall * (1 - across - saw));
    }
  }
  return best;
}
