// A harbour city at blue hour: towers in four distances, lit windows, their long reflections, a passing boat.
import { compositeLayer } from '../canvas/composite.ts';
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { drawWater } from '../canvas/water.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep, type Rgb } from '../color.ts';
import { createNoiseTile } from '../noise-tile.ts';
import { mixBits } from '../random.ts';
import { createRain } from '../weather/rain.ts';
import type { Mood } from '../vocabulary.ts';
import { paintFerry } from './ferry.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createStars, paintClouds, paintSky, type SunLook } from './sky.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly sky: readonly string[];
  readonly tower: string;
  readonly windows: string;
  readonly stars: boolean;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['night', 'blue'],
    sky: ['#050d28', '#12305f', '#4a5c94', '#f0a078'],
    tower: '#101c38',
    windows: '#ffc878',
    stars: true,
  },
  {
    moods: ['dusk', 'red', 'gold', 'pink'],
    sky: ['#24184a', '#7a3a6e', '#f0745a', '#ffd08a'],
    tower: '#241430',
    windows: '#ffd69a',
    stars: false,
  },
  {
    moods: ['teal', 'green'],
    sky: ['#03151c', '#0b3a44', '#2c7a78', '#dcc48c'],
    tower: '#0a242c',
    windows: '#ffe2a8',
    stars: true,
  },
  {
    moods: ['dawn', 'purple'],
    sky: ['#1a2258', '#5c5a9c', '#d08aa8', '#ffd8b0'],
    tower: '#1a1c40',
    windows: '#ffd2a0',
    stars: false,
  },
  {
    moods: ['storm', 'mono', 'winter'],
    sky: ['#10161f', '#2a3644', '#5a6874', '#a4a8a4'],
    tower: '#10161e',
    windows: '#ffd8a0',
    stars: false,
  },
];

const shore = 0.665;

interface Tower {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly crown: number;
  readonly mast: number;
  readonly pitch: number;
  readonly lit: number;
  readonly id: number;
}

export function skyline(stage: Stage): Scene {
  const { aspect, height, random, reading, unit } = stage;
  const look = chooseByMood(looks, stage);
  const side = random.sign();
  const colors = look.sky.map(fromHex);
  const glow = colors.at(-1) ?? ([1, 0.6, 0.4] as Rgb);
  const lamp = fromHex(look.windows);
  const moon: SunLook | null = look.stars
    ? {
        x: aspect * random.range(0.12, 0.88),
        y: random.range(0.1, 0.2),
        radius: 0.024,
        color: [0.9, 0.94, 1],
        halo: 0.3,
        disc: 1.3,
      }
    : {
        x: aspect * random.range(0.25, 0.75),
        y: shore - 0.03,
        radius: 0.045,
        color: glow,
        halo: 1,
        disc: 2,
      };
  const sky = paintSky(stage, colors, shore, moon);
  const clouds = paintClouds(stage, {
    lit: scale(mix(glow, colors[2] ?? glow, 0.4), 0.8),
    shade: mix(colors[1] ?? glow, colors[2] ?? glow, 0.3),
    cover: random.range(0.35, 0.6),
    from: -0.05,
    to: 0.6,
    flatness: 4.6,
    seed: 7,
  });
  const stars = look.stars ? createStars(stage, 260, 0.5, 0.7) : null;
  const middle = aspect * random.range(0.35, 0.65);
  const rows = Array.from({ length: 4 }, (_, i) => {
    const towers = planTowers(i);
    return { towers, layer: paintTowers(towers, i) };
  });
  const beacons = rows.flatMap(({ towers }, i) =>
    towers
      .filter((tower) => tower.mast > 0 && i > 0)
      .map((tower) => ({
        x: (tower.left + tower.right) / 2,
        y: tower.top - tower.crown - tower.mast,
        depth: depthOf(i),
        phase: random.range(0, 6),
      })),
  );
  const ripples = createNoiseTile(random.whole(1, 1e6), 16, 4);
  const boat = paintFerry(stage, { side, shore, hull: scale(fromHex(look.tower), 0.35), lamp });
  const rain = reading.details.has('rain')
    ? createRain(stage, { color: [0.5, 0.56, 0.66], count: 700, slant: 0.05, ground: 2 })
    : null;
  return {
    bloom: 0.6,
    vignette: 0.34,
    exposure: look.stars ? 1.1 : 0.9,
    moves: ['push', 'pan-left', 'pan-right', 'rise'],
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.03 });
      stars?.draw(frame, camera, seconds);
      compositeLayer(frame, clouds, camera, {
        depth: 0.06,
        x: side * seconds * 0.012,
        opacity: 0.75,
      });
      rows.forEach(({ layer }, i) => compositeLayer(frame, layer, camera, { depth: depthOf(i) }));
      for (const beacon of beacons) {
        const at = project(camera, beacon.depth, beacon.x, beacon.y);
        const blink = Math.max(0, Math.sin(seconds * 2.6 + beacon.phase)) ** 3;
        addGlow(
          frame,
          at.x * height,
          at.y * height,
          height * 0.013,
          scale([1.6, 0.16, 0.1], blink),
        );
      }
      const edge = project(camera, 0.5, 0, shore).y * height;
      drawWater(frame, {
        edge,
        ripples,
        seconds,
        choppiness: 0.36,
        stretch: 1.25,
        tint: [0.55, 0.6, 0.7],
        body: [0.001, 0.003, 0.006],
        smear: 0.018,
        fineness: 1.25,
      });
      const sail = {
        depth: 0.75,
        x: side * (seconds * 0.022 - 0.05),
        y: Math.sin(seconds * 1.2) * 0.001,
      };
      compositeLayer(frame, boat, camera, sail);
      rain?.draw(frame, seconds);
    },
  };

  function depthOf(row: number): number {
    return 0.16 + row * 0.12;
  }

  function planTowers(row: number): Tower[] {
    const towers: Tower[] = [];
    for (let x = -0.12; x < aspect + 0.12;) {
      const width = random.range(0.026, 0.07) * (0.75 + row * 0.14) * (0.6 + 0.4 * unit);
      const centre = Math.exp(-(((x - middle) / (0.5 * Math.max(0.6, aspect * 0.62))) ** 2));
      const tall = (0.05 + random.range(0.06, 0.4) * (0.22 + 0.78 * centre)) * (1.12 - row * 0.16);
      const isSlim = random.chance(0.18) && centre > 0.4;
      towers.push({
        left: x,
        right: x + width,
        top: shore - tall * (isSlim ? 1.22 : 1),
        crown: random.chance(0.3) ? random.range(0.008, 0.03) : 0,
        mast: random.chance(isSlim ? 0.8 : 0.14) ? random.range(0.025, 0.075) : 0,
        pitch: random.range(0.0075, 0.0115),
        lit: random.range(0.1, 0.42),
        id: random.whole(1, 1e9),
      });
      x += width * random.range(0.72, 1.12);
    }
    return towers;
  }

  function paintTowers(towers: readonly Tower[], row: number): Layer {
    const body = mix(mix(colors[2] ?? glow, glow, 0.25), fromHex(look.tower), 0.42 + 0.19 * row);
    return paintLayer(stage, { bottom: shore + 0.012 }, (x, y, out) => {
      const tower = towers.findLast(({ left, right, top, crown, mast }) => {
        if (x < left || x > right) return false;
        const inset = Math.min(x - left, right - x) / (right - left);
        const roof = inset > 0.46 ? top - crown - mast : inset > 0.25 ? top - crown : top;
        return y >= roof;
      });
      if (!tower) return;
      const across = (x - tower.left) / (tower.right - tower.left);
      const low = smoothstep(tower.top, shore, y);
      const shade = (0.72 + 0.5 * (side > 0 ? across : 1 - across)) * (0.82 + 0.5 * low);
      const haze = smoothstep(shore - 0.12, shore, y) * (0.5 - row * 0.11);
      const column = Math.floor((x - tower.left) / tower.pitch);
      const floor = Math.floor((y - tower.top) / (tower.pitch * 1.1));
      const hash =
        mixBits(Math.imul(column + 11, 73856093) ^ Math.imul(floor + 7, 19349663) ^ tower.id) /
        4294967296;
      const inColumn = (x - tower.left) / tower.pitch - column;
      const inFloor = (y - tower.top) / (tower.pitch * 1.1) - floor;
      const isPane =
        inColumn > 0.25 &&
        inColumn < 0.75 &&
        inFloor > 0.28 &&
        inFloor < 0.72 &&
        y > tower.top + 0.004 &&
        across > 0.06 &&
        across < 0.94;
      const lit =
        isPane && row > 0 && hash < tower.lit * (0.5 + 0.4 * row)
          ? 0.3 + 1.5 * ((hash * 971) % 1) ** 2
          : 0;
      const isCool = (hash * 313) % 1 > 0.86;
      const street = smoothstep(shore - 0.022, shore, y) * (row === 3 ? 0.4 : 0.12);
      for (let k = 0; k < 3; k++) {
        const wall = (body[k] as number) * shade;
        const pane =
          (isCool ? ([0.6, 0.85, 1] as const)[k as 0 | 1 | 2] : (lamp[k] as number)) * lit;
        out[k] =
          wall +
          ((glow[k] as number) * 0.5 - wall) * haze * 0.6 +
          pane +
          (lamp[k] as number) * street;
      }
      out[3] = clamp((shore + 0.006 - y) * height);
    });
  }
}
