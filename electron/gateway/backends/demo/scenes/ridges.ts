// Mountain ridges fading into mist, a low sun; a lake, balloons or a wanderer where the words ask for them.
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { compositeLayer } from '../canvas/composite.ts';
import { drawWater } from '../canvas/water.ts';
import { createNoiseTile } from '../noise-tile.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, type Rgb } from '../color.ts';
import { paintRidge, type RidgeLook } from './ridge-layer.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createStars, paintClouds, paintSky, type SunLook } from './sky.ts';
import { createBalloons } from './balloons.ts';
import { createBirds } from './birds.ts';

const looks: readonly [RidgeLook, ...RidgeLook[]] = [
  {
    moods: ['dawn', 'pink', 'purple'],
    sky: ['#3a4c8c', '#8f78a8', '#eda088', '#ffd6a0'],
    far: '#dba498',
    near: '#191730',
    sun: '#ffe4b4',
    disc: 3.4,
    halo: 1,
    stars: false,
    snow: 0,
  },
  {
    moods: ['day', 'blue', 'teal'],
    sky: ['#0f3568', '#3f7bab', '#9fc8d8', '#eef0dc'],
    far: '#a6c6d2',
    near: '#0a1d28',
    sun: '#fff4d8',
    disc: 3,
    halo: 0.8,
    stars: false,
    snow: 0.25,
  },
  {
    moods: ['dusk', 'gold', 'red'],
    sky: ['#2b2350', '#7a3b5c', '#e0683c', '#ffc266'],
    far: '#e58a56',
    near: '#1a0d18',
    sun: '#ffd08a',
    disc: 4,
    halo: 1.25,
    stars: false,
    snow: 0,
  },
  {
    moods: ['night', 'blue'],
    sky: ['#040a1e', '#0c1c42', '#234a74', '#5a86a0'],
    far: '#2f4f72',
    near: '#02060d',
    sun: '#dfeaff',
    disc: 1.6,
    halo: 0.5,
    stars: true,
    snow: 0.3,
  },
  {
    moods: ['green', 'storm'],
    sky: ['#17343a', '#3d6a66', '#8fb49a', '#e6e2b8'],
    far: '#8cb09c',
    near: '#07180f',
    sun: '#fff0c0',
    disc: 2.2,
    halo: 1,
    stars: false,
    snow: 0,
  },
  {
    moods: ['winter', 'mono'],
    sky: ['#3f5a7c', '#8ea6bf', '#d6dde4', '#fff1e2'],
    far: '#c3cfdb',
    near: '#1a2736',
    sun: '#fff0dc',
    disc: 2.6,
    halo: 0.8,
    stars: false,
    snow: 1,
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
    lit: scale(lit, 1.05),
    shade: mix(fromHex(look.sky[1] ?? '#808080'), fromHex(look.far), 0.35),
    cover: random.range(0.3, 0.62),
    from: -0.1,
    to: 0.42,
    flatness: 3.4,
    seed: 3,
  });
  const count = hasLake ? 5 : 7;
  // From the nearest to the farthest: what a nearer ridge always hides is not painted.
  const layers: Layer[] = [];
  for (let i = count - 1, hiddenFrom = 1.1; i >= 0; i--) {
    const ridge = paintRidge(stage, {
      look,
      sun,
      t: i / (count - 1),
      index: i,
      shore: hasLake ? shore : null,
      hiddenFrom,
    });
    layers.unshift(ridge.layer);
    hiddenFrom = Math.min(hiddenFrom, ridge.lowest + 0.08);
  }
  const mists = [0, 1].map((i) => paintMist(stage, mix(fromHex(look.far), lit, 0.45), i));
  const stars = look.stars ? createStars(stage, 420, 0.5) : null;
  const balloons = reading.details.has('balloon') ? createBalloons(stage, sun) : null;
  const birds =
    !balloons && (reading.details.has('birds') || theme.chance(0.5)) && !look.stars
      ? createBirds(stage, mix(fromHex(look.near), fromHex(look.far), 0.2), 0.3)
      : null;
  const ripples = createNoiseTile(random.whole(1, 1e6), 8, 4);
  return {
    bloom: 0.5,
    vignette: 0.3,
    exposure: look.stars ? 0.95 : 0.8,
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.04 });
      stars?.draw(frame, camera, seconds);
      compositeLayer(frame, clouds, camera, {
        depth: 0.08,
        x: seconds * 0.012 - 0.05,
        opacity: 0.8,
      });
      layers.forEach((layer, i) => {
        const t = i / (count - 1);
        compositeLayer(frame, layer, camera, { depth: 0.12 + t * t * 0.95 });
        const mist = mists[i % 2];
        if (mist && i < count - 1 && i > 0) {
          const drift = (seconds * (0.012 + 0.02 * t) + i * 0.31) % 1;
          compositeLayer(frame, mist, camera, {
            depth: 0.15 + t * t * 0.9,
            x: drift - 0.6,
            y: t * 0.34 - 0.02,
            opacity: 0.36 * (1 - t * 0.75),
          });
        }
        if (i === 1) balloons?.drawFar(frame, camera, seconds);
      });
      if (hasLake) {
        const edge = project(camera, 0.5, 0, shore).y * height;
        drawWater(frame, {
          edge,
          ripples,
          seconds,
          choppiness: 0.16,
          stretch: 1.15,
          tint: [0.5, 0.58, 0.68],
          smear: 0.006,
          fineness: 1.6,
        });
      }
      balloons?.drawNear(frame, camera, seconds);
      birds?.draw(frame, camera, seconds);
    },
  };

  function paintMist(space: Stage, color: Rgb, index: number): Layer {
    return paintLayer(
      space,
      { left: -0.7, right: aspect + 1, top: 0.3, bottom: 0.7, detail: 0.25 },
      (x, y, out) => {
        const wave = noise.fbm(x * 1.4 + index * 9, y * 6, 5, 71 + index);
        const bank = Math.exp(-(((y - 0.5) / 0.085) ** 2));
        out[0] = color[0];
        out[1] = color[1];
        out[2] = color[2];
        out[3] = clamp((wave - 0.32) * 2.1) * bank;
      },
    );
  }
}
