// Above a sea of clouds: billows lit by a low sun, drifting at several speeds, a small aeroplane or birds.
import { compositeLayer } from '../canvas/composite.ts';
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { fillOutline, roundOutline, type Point } from '../canvas/shapes.ts';
import { addGlow } from '../canvas/light.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep, type Rgb } from '../color.ts';
import type { Mood } from '../vocabulary.ts';
import { createBirds } from './birds.ts';
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
    moods: ['day', 'blue', 'dawn'],
    sky: ['#1d4f9c', '#6fa4d6', '#f2d4b4', '#ffe6bc'],
    lit: '#fff0dc',
    shade: '#6a78a8',
    sun: '#fff0cc',
    isNight: false,
  },
  {
    moods: ['dusk', 'gold', 'red'],
    sky: ['#2a2560', '#8a4a7a', '#f07a50', '#ffc878'],
    lit: '#ffb88a',
    shade: '#4a3468',
    sun: '#ffd08a',
    isNight: false,
  },
  {
    moods: ['pink', 'purple', 'dawn'],
    sky: ['#3c4a9a', '#9a86c8', '#f4a8b8', '#ffe0d0'],
    lit: '#ffd8dc',
    shade: '#7a6ab0',
    sun: '#ffe4dc',
    isNight: false,
  },
  {
    moods: ['night', 'teal', 'winter'],
    sky: ['#030818', '#0a1c3e', '#1f4468', '#5a86a0'],
    lit: '#86acd0',
    shade: '#0f2240',
    sun: '#e0ecff',
    isNight: true,
  },
  {
    moods: ['storm', 'mono'],
    sky: ['#20262e', '#4a5460', '#8a9094', '#d8d4c8'],
    lit: '#d0d0cc',
    shade: '#30363e',
    sun: '#fff4dc',
    isNight: false,
  },
];

const horizon = 0.44;
const ranks = 8;

export function clouds(stage: Stage): Scene {
  const { aspect, height, random, theme, reading } = stage;
  const look = chooseByMood(looks, stage);
  const sunX = aspect * (random.chance(0.5) ? random.range(0.22, 0.4) : random.range(0.6, 0.78));
  const sun = {
    x: sunX,
    y: horizon - random.range(0.05, 0.12),
    radius: 0.036,
    color: fromHex(look.sun),
    halo: look.isNight ? 0.5 : 1.25,
    disc: look.isNight ? 1.5 : 4,
  };
  const sky = paintSky(stage, look.sky.map(fromHex), horizon, sun);
  const stars = look.isNight ? createStars(stage, 420, horizon) : null;
  const high = paintClouds(stage, {
    lit: fromHex(look.lit),
    shade: mix(fromHex(look.sky[1] ?? '#8888aa'), fromHex(look.lit), 0.4),
    cover: 0.42,
    from: -0.12,
    to: 0.36,
    flatness: 4.2,
    seed: 13,
  });
  const banks = Array.from({ length: ranks }, (_, i) =>
    paintBank(stage, look, sunX, i / (ranks - 1), i),
  );
  const direction = random.sign();
  const plane =
    reading.details.has('birds') || theme.chance(0.35) ? null : paintPlane(stage, look, direction);
  const birds = plane ? null : createBirds(stage, [0.05, 0.04, 0.06], 0.36);
  return {
    bloom: 0.45,
    vignette: 0.28,
    exposure: look.isNight ? 1.1 : 0.72,
    moves: ['push', 'push', 'rise', 'pan-left', 'pan-right'],
    moveStrength: 1.35,
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.03 });
      stars?.draw(frame, camera, seconds);
      compositeLayer(frame, high, camera, {
        depth: 0.06,
        x: direction * seconds * 0.006,
        opacity: 0.8,
      });
      banks.forEach((layer, i) => {
        const t = i / (ranks - 1);
        if (i === 3 && plane) {
          const x = direction * (seconds * 0.021 - 0.05);
          const y = -seconds * 0.003;
          compositeLayer(frame, plane.layer, camera, { depth: 0.4, x, y });
          const at = project(camera, 0.4, plane.lampX + x, plane.lampY + y);
          if ((seconds * 1.1) % 1 < 0.12)
            addGlow(frame, at.x * height, at.y * height, height * 0.02, [2, 0.5, 0.4]);
        }
        compositeLayer(frame, layer, camera, {
          depth: 0.1 + t ** 1.4 * 1.1,
          x: -direction * (seconds * (0.006 + 0.03 * t) - 0.06) * 0.9,
          y: Math.sin(seconds * 0.4 + i) * 0.003,
        });
      });
      birds?.draw(frame, camera, seconds);
    },
  };
}

/** One bank of billows: lit tops, shaded valleys, hazy when far. */
function paintBank(stage: Stage, look: Look, sunX: number, t: number, index: number): Layer {
  const { noise, aspect, height } = stage;
  const lit = fromHex(look.lit);
  const shade = fromHex(look.shade);
  const haze = fromHex(look.sky.at(-1) ?? '#ffffff');
  const base = horizon + 0.01 + t ** 1.45 * 0.5;
  const size = 0.05 + 0.23 * t;
  const grain = 5.2 / (1 + t * 4.2);
  const s = index * 17;
  return paintLayer(
    stage,
    { left: -0.5, right: aspect + 0.5, top: base - size * 0.95, detail: 0.62 },
    (x, y, out) => {
      const billow = (px: number, py: number): number => {
        const bend = noise.fbm(px * 0.8, py * 0.8, 2, s + 5) - 0.5;
        return (
          1 -
          noise.ridged(px + bend * 0.8, py + bend * 0.6, 4, s) * 0.62 -
          0.38 * noise.fbm(px * 2.6, py * 2.6, 4, s + 9)
        );
      };
      const px = x * grain;
      const py = y * grain * 1.7;
      const big = noise.fbm(x * grain * 0.42, index * 3.3, 3, s + 2);
      const puff = billow(px, py);
      const edge = (y - base + size * (big * 1.9 - 0.62)) / size + (puff - 0.4) * 0.95;
      const alpha = smoothstep(0, 0.16 + 0.06 * t, edge);
      if (alpha <= 0) return;
      const toSun = clamp((sunX - x) * 1.6, -1, 1) * 0.12;
      const upward = billow(px + toSun, py - 0.2) - puff;
      const slope = clamp(0.46 - upward * 3.1);
      const depth = smoothstep(0.02, 1.25, edge);
      const near = Math.exp(-Math.abs(x - sunX) * 1.25);
      const light = clamp(slope * (1.15 - depth * 0.85) + 0.04);
      const rim = Math.exp(-edge * 7) * near * 0.75;
      const fade = (1 - t) ** 1.5 * 0.62;
      for (let k = 0; k < 3; k++) {
        const body =
          (shade[k] as number) * 0.75 +
          ((lit[k] as number) * (0.85 + near * 0.5) - (shade[k] as number) * 0.75) * light +
          (lit[k] as number) * rim;
        out[k] = body + ((haze[k] as number) * (0.75 + near * 0.3) - body) * fade;
      }
      out[3] = alpha * clamp((1.08 - y) * height);
    },
  );
}

function paintPlane(
  stage: Stage,
  look: Look,
  direction: number,
): { layer: Layer; lampX: number; lampY: number } {
  const { aspect, unit, random } = stage;
  const size = 0.075 * (0.5 + 0.5 * unit);
  const x = aspect * (0.5 - direction * random.range(0.06, 0.14));
  const y = random.range(0.26, 0.34);
  const layer = createLayer(stage, {
    left: x - 0.75,
    right: x + 0.75,
    top: y - size * 1.2,
    bottom: y + size * 1.2,
  });
  const at = (points: readonly (readonly [number, number])[]): Point[] =>
    points.map(([px, py]) => [x + direction * px * size, y - py * size]);
  const dark: Rgb = scale(fromHex(look.shade), 0.35);
  const body = scale(fromHex(look.lit), look.isNight ? 0.25 : 0.75);
  const trail: Point[] = [
    [x - direction * size * 0.9, y - size * 0.01],
    [x - direction * 0.72, y + 0.022],
    [x - direction * 0.72, y + 0.034],
    [x - direction * size * 0.9, y + size * 0.05],
  ];
  fillOutline(layer, trail, fromHex(look.lit), 0.22);
  fillOutline(
    layer,
    at([
      [-0.2, 0.05],
      [-0.52, 0.42],
      [-0.4, 0.42],
      [0.16, 0.08],
    ]),
    dark,
  );
  fillOutline(
    layer,
    at([
      [-0.86, 0.06],
      [-1.06, 0.42],
      [-0.92, 0.42],
      [-0.66, 0.1],
    ]),
    mix(body, dark, 0.4),
  );
  fillOutline(
    layer,
    roundOutline(
      at([
        [-1, 0.07],
        [-0.4, 0.11],
        [0.6, 0.11],
        [0.9, 0.05],
        [1.0, -0.01],
        [0.88, -0.07],
        [0.5, -0.1],
        [-0.5, -0.09],
      ]),
      6,
    ),
    (_px, py) => mix(body, dark, clamp(((py - y) / size + 0.05) * 6)),
  );
  fillOutline(
    layer,
    at([
      [0.24, -0.02],
      [-0.62, -0.46],
      [-0.76, -0.45],
      [-0.18, -0.04],
    ]),
    mix(body, dark, 0.55),
  );
  measureSpans(layer);
  return { layer, lampX: x - direction * size * 0.7, lampY: y + size * 0.45 };
}
