// The open sea: a low sun on the waves, or a lighthouse in rough weather.
import { compositeLayer } from '../canvas/composite.ts';
import { gainFrame } from '../canvas/frame.ts';
import { project } from '../camera.ts';
import { createRamp, fromHex, mix, scale } from '../color.ts';
import { createRain } from '../weather/rain.ts';
import type { Mood } from '../vocabulary.ts';
import { createBirds } from './birds.ts';
import { createLighthouse } from './lighthouse.ts';
import { paintSailboat } from './sailboat.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createSea } from './sea.ts';
import { createStars, paintClouds, paintSky, type SunLook } from './sky.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly sky: readonly string[];
  readonly deep: string;
  readonly crest: string;
  readonly sun: string;
  readonly disc: number;
  readonly halo: number;
  readonly swell: number;
  readonly foam: number;
  readonly cover: number;
  readonly isDark: boolean;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['dusk', 'gold'],
    sky: ['#2c4a86', '#8a86b4', '#f2a878', '#ffd898'],
    deep: '#06222f',
    crest: '#2f9a94',
    sun: '#ffc67a',
    disc: 4,
    halo: 1.3,
    swell: 0.8,
    foam: 0.15,
    cover: 0.5,
    isDark: false,
  },
  {
    moods: ['dawn', 'pink', 'purple', 'red'],
    sky: ['#3a3a7a', '#a06a9a', '#f58a86', '#ffcfa8'],
    deep: '#14142f',
    crest: '#8a5a9a',
    sun: '#ff9a86',
    disc: 3.6,
    halo: 1.2,
    swell: 0.65,
    foam: 0.05,
    cover: 0.55,
    isDark: false,
  },
  {
    moods: ['day', 'blue', 'teal', 'green'],
    sky: ['#1558a8', '#4f98d4', '#a8d4e8', '#eaf4ee'],
    deep: '#03304a',
    crest: '#2fc0b4',
    sun: '#fff4da',
    disc: 3,
    halo: 0.6,
    swell: 0.95,
    foam: 0.5,
    cover: 0.6,
    isDark: false,
  },
  {
    moods: ['storm', 'mono'],
    sky: ['#0d1622', '#22303f', '#46586a', '#7d8c96'],
    deep: '#050f16',
    crest: '#3a6a72',
    sun: '#b8cadc',
    disc: 0,
    halo: 0.4,
    swell: 1.5,
    foam: 0.95,
    cover: 0.95,
    isDark: true,
  },
  {
    moods: ['night', 'winter'],
    sky: ['#040a1c', '#0c1e3e', '#22426a', '#466a8c'],
    deep: '#020912',
    crest: '#1f5a72',
    sun: '#d8e6ff',
    disc: 1.8,
    halo: 0.55,
    swell: 0.7,
    foam: 0.15,
    cover: 0.42,
    isDark: true,
  },
];

const horizon = 0.47;

export function ocean(stage: Stage): Scene {
  const { aspect, height, random, theme, reading, durationS } = stage;
  const wanted = reading.details;
  const hasLighthouse = wanted.has('lighthouse') || (!wanted.has('boat') && theme.chance(0.25));
  const look = chooseByMood(looks, stage);
  const isStorm = look.moods.includes('storm');
  const side = random.sign();
  const sun: SunLook = {
    x: aspect * (0.5 - side * random.range(0.04, 0.2)),
    y: look.isDark ? random.range(0.14, 0.24) : random.range(0.34, 0.42),
    radius: (look.isDark ? 0.026 : 0.04) * Math.sqrt(stage.unit),
    color: fromHex(look.sun),
    halo: look.halo,
    disc: look.disc,
  };
  const colors = look.sky.map(fromHex);
  const sky = paintSky(stage, colors, horizon, sun);
  const glow = mix(colors.at(-1) ?? sun.color, sun.color, 0.5);
  const clouds = [0, 1].map((i) =>
    paintClouds(stage, {
      lit: scale(glow, isStorm ? 0.55 : 1.1),
      shade: mix(colors[1] ?? glow, isStorm ? [0.01, 0.014, 0.02] : glow, isStorm ? 0.5 : 0.25),
      cover: look.cover,
      from: i === 0 ? 0.12 : -0.12,
      to: i === 0 ? horizon + 0.02 : 0.34,
      flatness: i === 0 ? 6 : 3.2,
      seed: 3 + i * 20,
    }),
  );
  const sea = createSea(random, {
    sky: createRamp(colors),
    deep: fromHex(look.deep),
    crest: fromHex(look.crest),
    sunColor: scale(sun.color, look.isDark ? (isStorm ? 0.12 : 0.75) : 1.15),
    sunX: sun.x,
    sunUp: (horizon - sun.y) * 0.7,
    swell: look.swell,
    foam: look.foam,
  });
  const stars = look.isDark && !isStorm ? createStars(stage, 320, horizon, 0.8) : null;
  const lighthouse = hasLighthouse ? createLighthouse(stage, side, horizon, look.isDark) : null;
  const boat =
    !hasLighthouse && (wanted.has('boat') || theme.chance(0.5))
      ? paintSailboat(stage, horizon, side, look.isDark)
      : null;
  const birds = look.isDark ? null : createBirds(stage, [0.03, 0.03, 0.05], 0.3);
  const rain =
    isStorm || wanted.has('rain')
      ? createRain(stage, { color: [0.5, 0.56, 0.64], count: 800, slant: -side * 0.16, ground: 2 })
      : null;
  const flashes: readonly number[] = isStorm
    ? [0.22, 0.61, 0.87].map((t) => t * durationS + random.range(-0.3, 0.3))
    : [];
  return {
    bloom: 0.5,
    vignette: 0.34,
    exposure: look.isDark ? 1.1 : 0.8,
    moves: ['push', 'pan-left', 'pan-right', 'rise'],
    draw: (frame, { camera, seconds }) => {
      const sway = { ...camera, y: camera.y + Math.sin(seconds * 0.8) * 0.004 * look.swell };
      compositeLayer(frame, sky, sway, { depth: 0.04 });
      stars?.draw(frame, sway, seconds);
      clouds.forEach((layer, i) =>
        compositeLayer(frame, layer, sway, {
          depth: 0.05 + i * 0.08,
          x: -side * seconds * (0.006 + 0.01 * i) * (isStorm ? 2 : 1),
          opacity: 0.9,
        }),
      );
      const edge = project(sway, 0.1, 0, horizon).y * height;
      sea.draw(frame, edge, project(sway, 0.04, sun.x, 0).x, seconds * (0.7 + look.swell * 0.4));
      if (boat)
        compositeLayer(frame, boat, sway, {
          depth: 0.45,
          x: side * seconds * 0.01,
          y: Math.sin(seconds * 1.1) * 0.003,
        });
      birds?.draw(frame, sway, seconds);
      lighthouse?.draw(frame, sway, seconds);
      rain?.draw(frame, seconds);
      const flash = flashes.reduce((sum: number, at) => sum + lightning(seconds - at), 0);
      if (flash > 0.01) gainFrame(frame, 1 + flash);
    },
  };
}

/** Two quick strokes and their fading. */
function lightning(since: number): number {
  if (since < 0 || since > 0.7) return 0;
  const second = since > 0.16 ? Math.exp(-(since - 0.16) * 8) : 0;
  return 1.1 * Math.exp(-since * 16) + 1.6 * second;
}
