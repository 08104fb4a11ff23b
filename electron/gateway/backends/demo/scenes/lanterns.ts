// Sky lanterns rising over a lake at night, hundreds far away, a few near and out of focus.
import { compositeLayer } from '../canvas/composite.ts';
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { addDisc, addGlow } from '../canvas/light.ts';
import { drawWater } from '../canvas/water.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep, type Rgb } from '../color.ts';
import { createNoiseTile } from '../noise-tile.ts';
import type { Mood } from '../vocabulary.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createStars, paintSky } from './sky.ts';
import { drawWalker } from './walker.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly sky: readonly string[];
  readonly paper: string;
  readonly glow: string;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['night', 'gold', 'blue'],
    sky: ['#030718', '#0a1638', '#2a2850', '#5a3c4c'],
    paper: '#ffa040',
    glow: '#ff7a26',
  },
  {
    moods: ['dusk', 'purple', 'pink'],
    sky: ['#0c0a2a', '#2c1c56', '#7a3a6a', '#e08060'],
    paper: '#ffb45a',
    glow: '#ff7a3a',
  },
  {
    moods: ['red'],
    sky: ['#0a0412', '#240a20', '#5a1a28', '#8a3a2a'],
    paper: '#ff6a34',
    glow: '#ff3a20',
  },
  {
    moods: ['teal', 'green'],
    sky: ['#02101a', '#06283a', '#14505a', '#4a7a68'],
    paper: '#ffd27a',
    glow: '#ffa03a',
  },
];

const shore = 0.735;

export function lanterns(stage: Stage): Scene {
  const { aspect, height, random, unit } = stage;
  const look = chooseByMood(looks, stage);
  const sky = paintSky(stage, look.sky.map(fromHex), 0.74, null);
  const stars = createStars(stage, 260, 0.55, 0.5);
  const hills = [0, 1].map((i) => paintHill(stage, i, fromHex(look.sky[3] ?? '#403040')));
  const paper = fromHex(look.paper);
  const glow = fromHex(look.glow);
  const lights = createLights(stage, paper);
  const front = paintFront(stage, mix(glow, paper, 0.5));
  const ripples = createNoiseTile(random.whole(1, 1e6), 8, 4);
  const blurred = Array.from({ length: Math.round(9 * unit) }, () => ({
    x: random.range(-0.05, aspect + 0.05),
    y: random.range(0.15, 1.25),
    radius: random.range(0.035, 0.075) * unit,
    rise: random.range(0.035, 0.06),
    phase: random.range(0, 6),
  }));
  return {
    bloom: 0.65,
    vignette: 0.4,
    exposure: 1.1,
    moves: ['push', 'rise', 'pull'],
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.04 });
      stars.draw(frame, camera, seconds);
      for (const light of lights) {
        if (light.depth < 0.3) drawOne(light);
      }
      hills.forEach((layer, i) => compositeLayer(frame, layer, camera, { depth: 0.2 + i * 0.15 }));
      for (const light of lights) {
        if (light.depth >= 0.3) drawOne(light);
      }
      const edge = project(camera, 0.45, 0, shore).y * height;
      drawWater(frame, {
        edge,
        ripples,
        seconds,
        choppiness: 0.34,
        stretch: 1.9,
        tint: [0.6, 0.6, 0.66],
        body: [0.001, 0.002, 0.004],
        smear: 0.012,
        fineness: 1.1,
      });
      compositeLayer(frame, front, camera, { depth: 1.1 });
      for (const disc of blurred) {
        const at = project(
          camera,
          1.5,
          disc.x + Math.sin(seconds * 0.5 + disc.phase) * 0.012,
          disc.y - disc.rise * seconds,
        );
        const breath = 0.85 + 0.15 * Math.sin(seconds * 3.1 + disc.phase);
        addDisc(
          frame,
          at.x * height,
          at.y * height,
          disc.radius * height,
          scale(paper, 0.26 * breath),
          height * 0.006,
        );
      }

      function drawOne(light: (typeof lights)[number]): void {
        const x =
          light.drift * seconds + Math.sin(seconds * light.rate + light.phase) * light.size * 0.5;
        const y = -light.rise * seconds;
        const at = project(camera, light.depth, light.x + x, light.y + y);
        const flame =
          0.88 +
          0.12 *
            Math.sin(seconds * 5.3 * light.rate + light.phase) *
            Math.sin(seconds * 3.7 + light.phase * 2);
        addGlow(
          frame,
          at.x * height,
          at.y * height,
          light.size * height * 4.2,
          scale(glow, 0.3 * flame * light.near),
        );
        compositeLayer(frame, light.layer, camera, {
          depth: light.depth,
          x,
          y,
          gain: flame * light.near,
        });
      }
    },
  };

  function paintFront(space: Stage, rim: Rgb): Layer {
    const layer = createLayer(space, { top: 0.4 });
    const dark: Rgb = [0.004, 0.003, 0.006];
    const ground = (x: number): number => 0.955 + 0.03 * (space.noise.fbm(x * 1.8, 1, 5, 12) - 0.5);
    const bank = paintLayer(space, { top: 0.4 }, (x, y, out) => {
      const grass = 0.018 * space.noise(x * 150, 3, 5) ** 2;
      const d = y - ground(x) + grass;
      for (let k = 0; k < 3; k++)
        out[k] = (dark[k] as number) + (rim[k] as number) * Math.exp(-d * 130) * 0.06;
      out[3] = clamp(d * height);
    });
    layer.data.set(bank.data);
    const middle = aspect * random.range(0.34, 0.66);
    const pair = [
      { x: middle, size: 0.185 },
      { x: middle + 0.068 * unit, size: 0.165 },
      { x: middle - 0.062 * unit, size: 0.115 },
    ];
    for (const { x, size } of pair) {
      drawWalker(layer, {
        x,
        y: ground(x) + 0.012,
        size: size * (0.5 + 0.5 * unit),
        hasUmbrella: false,
        dark,
        rimLeft: rim,
        rimRight: rim,
      });
    }
    measureSpans(layer);
    return layer;
  }
}

function createLights(stage: Stage, paper: Rgb) {
  const { random, aspect, unit } = stage;
  const count = Math.round(120 * (0.45 + 0.31 * aspect));
  return Array.from({ length: count }, (_, i) => {
    const near = (i / count) ** 2.4;
    const size = (0.0052 + 0.05 * near * random.range(0.75, 1.15)) * (0.5 + 0.5 * unit);
    const x = random.range(-0.04, aspect + 0.04);
    const y = near < 0.25 ? random.range(0.03, 0.7) : random.range(0.08, 0.66 + near * 0.35);
    return {
      x,
      y,
      size,
      layer: paintLantern(stage, x, y, size, paper),
      depth: 0.1 + near * 1.05,
      rise: 0.006 + near * 0.026,
      drift: random.range(-0.004, 0.006),
      rate: random.range(0.6, 1.1),
      phase: random.range(0, 6.3),
      near: 0.62 + 0.38 * Math.sqrt(near),
    };
  }).sort((a, b) => a.depth - b.depth);
}

/** A paper bag over a flame: round top, narrow mouth, brightest low down. */
function paintLantern(stage: Stage, x: number, y: number, size: number, paper: Rgb): Layer {
  const bounds = {
    left: x - size * 1.1,
    right: x + size * 1.1,
    top: y - size * 1.4,
    bottom: y + size * 1.4,
  };
  const deep = mix(paper, [0.5, 0.04, 0.01], 0.55);
  const hot = mix(paper, [1, 0.9, 0.6], 0.6);
  const edge = Math.max(1, size * stage.height * 0.08);
  return paintLayer(stage, bounds, (px, py, out) => {
    const dx = (px - x) / size;
    const dy = (py - y) / size;
    const half =
      dy < -0.55
        ? 0.82 * Math.sqrt(Math.max(0, 1 - ((dy + 0.55) / 0.55) ** 2))
        : 0.82 - 0.2 * ((dy + 0.55) / 1.6) ** 1.5;
    const inside = Math.min(half - Math.abs(dx), 1.05 - dy, dy + 1.12);
    const alpha = clamp((inside * size * stage.height) / edge + 0.4);
    if (alpha <= 0) return;
    const flame = Math.exp(-((dy - 0.72) ** 2 * 1.5 + dx * dx * 1.3));
    const round = 1 - 0.4 * (Math.abs(dx) / Math.max(0.1, half)) ** 2;
    const rib = 0.9 + 0.1 * Math.cos(dy * 13);
    const mouth = smoothstep(1.05, 0.96, dy);
    for (let k = 0; k < 3; k++) {
      const body = (deep[k] as number) + ((hot[k] as number) * 2.1 - (deep[k] as number)) * flame;
      out[k] = body * round * rib * (0.35 + 0.65 * mouth) * 1.25;
    }
    out[3] = alpha;
  });
}

function paintHill(stage: Stage, index: number, glow: Rgb): Layer {
  const { noise, random, height } = stage;
  const shift = random.range(0, 40);
  const base = index === 0 ? 0.63 : 0.7;
  const swing = index === 0 ? 0.22 : 0.12;
  const color = index === 0 ? scale(glow, 0.2) : scale(glow, 0.05);
  return paintLayer(stage, { top: 0.3, bottom: shore + 0.05 }, (x, y, out) => {
    const top = base - swing * (noise.fbm(x * 1.5 + shift, index * 4, 6, index + 3) - 0.4);
    const town =
      y > shore - 0.02 && index === 1
        ? smoothstep(0.86, 0.93, noise(x * 110, y * 190, 4)) * 0.9
        : 0;
    const haze = smoothstep(0, 0.2, y - top) * 0.6;
    for (let k = 0; k < 3; k++)
      out[k] = (color[k] as number) * (1 + haze) + ([1, 0.6, 0.25] as const)[k as 0 | 1 | 2] * town;
    out[3] = clamp((y - top) * height) * clamp((shore + 0.005 - y) * height);
  });
}
