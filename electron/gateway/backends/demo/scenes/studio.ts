// A still life in a photo studio: polished and matt bodies, light that travels round them.
import { compositeLayer } from '../canvas/composite.ts';
import { fillFrame } from '../canvas/frame.ts';
import { createLayer, measureSpans, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { project } from '../camera.ts';
import { fromHex, type Rgb } from '../color.ts';
import type { Mood } from '../vocabulary.ts';
import { shadeRay } from './studio-light.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { unit, type Set, type Solid, type Vec } from './studio-set.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly back: readonly [top: string, low: string];
  readonly floor: string;
  readonly solids: readonly [string, ...string[]];
  readonly hero: string;
  readonly isHeroMetal: boolean;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['gold', 'dawn', 'day'],
    back: ['#b08a6c', '#dcb898'],
    floor: '#cfae92',
    solids: ['#c4623a', '#ece4d6', '#2f5a68', '#8a4a3a', '#e0b050'],
    hero: '#e8b048',
    isHeroMetal: true,
  },
  {
    moods: ['blue', 'night', 'teal'],
    back: ['#0a1830', '#23466c'],
    floor: '#1c3656',
    solids: ['#2f6ab0', '#d8e4ee', '#0f2a4c', '#4fb0c0', '#8a9cb4'],
    hero: '#dce8f4',
    isHeroMetal: true,
  },
  {
    moods: ['pink', 'red', 'dusk'],
    back: ['#d88a94', '#f4c4bc'],
    floor: '#eab4ae',
    solids: ['#c03a4c', '#fae4dc', '#e87a6a', '#8a2a48', '#f4b8a0'],
    hero: '#fff0ea',
    isHeroMetal: false,
  },
  {
    moods: ['mono', 'winter'],
    back: ['#4a4e54', '#a8acb2'],
    floor: '#8e9298',
    solids: ['#e8e8e6', '#24262a', '#7c8086', '#d84a28', '#b8bcc0'],
    hero: '#e4e6ea',
    isHeroMetal: true,
  },
  {
    moods: ['green', 'purple'],
    back: ['#22382e', '#6a8a70'],
    floor: '#54705c',
    solids: ['#2f5c44', '#e8e4cc', '#a8b878', '#7a4a6a', '#d8a860'],
    hero: '#f0dca0',
    isHeroMetal: true,
  },
];

export function studio(stage: Stage): Scene {
  const { aspect, random, height } = stage;
  const look = chooseByMood(looks, stage);
  const set = arrange();
  const eye: Vec = [
    random.range(-0.35, 0.35),
    1.45,
    -5.4 * Math.max(1, 1.5 / Math.max(0.75, aspect * 1.15)),
  ];
  const focus: Vec = [0, 0.86, 0.3];
  const sheets = photograph();
  const direction = random.sign();
  const dust = Array.from({ length: Math.round(46 * aspect) }, () => ({
    x: random.range(0, aspect),
    y: random.range(0, 1),
    depth: random.range(0.6, 1.6),
    phase: random.range(0, 6.3),
  }));
  return {
    bloom: 0.22,
    vignette: 0.34,
    exposure: 0.92,
    moves: ['push', 'push', 'pull', 'rise'],
    moveStrength: 0.85,
    draw: (frame, { camera, seconds, progress }) => {
      fillFrame(frame, [0, 0, 0]);
      const place = direction > 0 ? progress : 1 - progress;
      sheets.forEach((sheet, i) => {
        const gain = 0.16 + 1.0 * Math.exp(-(((place * 2 - i) / 0.72) ** 2));
        compositeLayer(frame, sheet, camera, { depth: 0.85, gain });
      });
      for (const mote of dust) {
        const at = project(
          camera,
          mote.depth,
          mote.x + Math.sin(seconds * 0.4 + mote.phase) * 0.02,
          mote.y - seconds * 0.006,
        );
        addGlow(
          frame,
          at.x * height,
          at.y * height,
          (0.002 + 0.004 * Math.abs(mote.depth - 0.9)) * height,
          [0.1, 0.1, 0.1],
        );
      }
    },
  };

  function arrange(): Set {
    const side = random.sign();
    const color = (i: number): Rgb => fromHex(look.solids[i % look.solids.length] ?? look.hero);
    const first = random.whole(0, 4);
    const heroRadius = random.range(0.5, 0.6);
    const base = random.range(0.3, 0.5);
    const heroX = side * random.range(-0.15, 0.2);
    const matt = { gloss: 0.12, isMetal: false };
    const shiny = { gloss: 0.85, isMetal: false };
    const tall = random.range(0.95, 1.3);
    const low = random.range(0.28, 0.6);
    const solids: Solid[] = [
      {
        shape: 'disc',
        at: [side * -0.5, 1.35, 1.7],
        radius: random.range(1.25, 1.5),
        thick: 0.1,
        color: color(first),
        gloss: 0.08,
        isMetal: false,
      },
      {
        shape: 'pillar',
        at: [heroX, 0, 0],
        radius: 0.82,
        tall: base,
        color: color(first + 1),
        ...matt,
      },
      {
        shape: 'ball',
        at: [heroX, base + heroRadius, 0],
        radius: heroRadius,
        color: fromHex(look.hero),
        gloss: 1,
        isMetal: look.isHeroMetal,
      },
      {
        shape: 'pillar',
        at: [side * -1.55, 0, 0.75],
        radius: 0.48,
        tall,
        color: color(first + 2),
        ...matt,
      },
      {
        shape: 'ball',
        at: [side * -1.55, tall + 0.3, 0.75],
        radius: 0.3,
        color: color(first + 3),
        ...shiny,
      },
      {
        shape: 'pillar',
        at: [side * 1.62, 0, 0.35],
        radius: 0.56,
        tall: low,
        color: color(first + 4),
        ...matt,
      },
      {
        shape: 'ball',
        at: [side * 1.5, low + 0.36, 0.35],
        radius: 0.36,
        color: color(first + 2),
        ...shiny,
      },
      {
        shape: 'ball',
        at: [side * 0.98, 0.17, -0.95],
        radius: 0.17,
        color: fromHex(look.hero),
        gloss: 1,
        isMetal: look.isHeroMetal,
      },
      {
        shape: 'ball',
        at: [side * -0.92, 0.22, -0.8],
        radius: 0.22,
        color: color(first + 4),
        ...shiny,
      },
      {
        shape: 'ball',
        at: [side * -1.28, 0.12, -0.5],
        radius: 0.12,
        color: color(first + 1),
        ...matt,
      },
    ];
    return {
      solids,
      floor: { color: fromHex(look.floor), gloss: 0.3, isMetal: false },
      backTop: fromHex(look.back[0]),
      backLow: fromHex(look.back[1]),
      lamps: [
        [-4.2, 4.2, -2.6],
        [-0.6, 5.6, -3.4],
        [4.2, 3.8, -2.2],
      ],
    };
  }

  /** One sheet for each lamp. Pixels where two bodies meet are traced four times. */
  function photograph(): Layer[] {
    const layers = set.lamps.map(() => createLayer(stage, { detail: 0.75 }));
    const [first] = layers;
    if (!first) return layers;
    const { width, height: rows, density, left, top } = first;
    const forward = unit([focus[0] - eye[0], focus[1] - eye[1], focus[2] - eye[2]]);
    const right = unit([forward[2], 0, -forward[0]]);
    const up: Vec = [
      forward[1] * right[2] - forward[2] * right[1],
      forward[2] * right[0] - forward[0] * right[2],
      forward[0] * right[1] - forward[1] * right[0],
    ];
    const out = layers.map(() => new Float32Array(3));
    const seen = new Int8Array(width * rows);
    const look3 = (column: number, row: number): number => {
      const x = (left + column / density - aspect / 2) * 2;
      const y = -(top + row / density - 0.5) * 2;
      const lens = 2.75;
      return shadeRay(
        set,
        eye,
        unit([
          right[0] * x + up[0] * y + forward[0] * lens,
          right[1] * x + up[1] * y + forward[1] * lens,
          right[2] * x + up[2] * y + forward[2] * lens,
        ]),
        out,
      );
    };
    const write = (i: number, share: number): void =>
      layers.forEach((layer, lamp) => {
        for (let k = 0; k < 3; k++)
          layer.data[i * 4 + k] = (layer.data[i * 4 + k] as number) + (out[lamp]?.[k] ?? 0) * share;
      });
    for (let i = 0; i < seen.length; i++) {
      seen[i] = look3((i % width) + 0.5, Math.floor(i / width) + 0.5);
      write(i, 1);
    }
    for (let i = width + 1; i < seen.length - width - 1; i++) {
      const own = seen[i];
      if (
        seen[i - 1] === own &&
        seen[i + 1] === own &&
        seen[i - width] === own &&
        seen[i + width] === own
      )
        continue;
      for (const layer of layers) layer.data.fill(0, i * 4, i * 4 + 3);
      for (const [dx, dy] of [
        [0.13, 0.38],
        [0.38, 0.87],
        [0.62, 0.13],
        [0.87, 0.62],
      ] as const) {
        look3((i % width) + dx, Math.floor(i / width) + dy);
        write(i, 0.25);
      }
    }
    layers.forEach(measureSpans);
    return layers;
  }
}
