// Deep forest: trunks fading into mist, moving shafts of light, ferns, motes or fireflies.
import { hypot } from '../geometry.ts';
import { compositeLayer } from '../canvas/composite.ts';
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { createVeil, layVeil, paintVeil } from '../canvas/veil.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep } from '../color.ts';
import { createNoiseTile, sampleTile } from '../noise-tile.ts';
import { createRain } from '../weather/rain.ts';
import type { Mood } from '../vocabulary.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly fog: string;
  readonly dark: string;
  readonly leaves: string;
  readonly light: string;
  readonly isNight: boolean;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['green', 'day'],
    fog: '#bcd4b4',
    dark: '#0a1a10',
    leaves: '#3f7a2a',
    light: '#fff4c8',
    isNight: false,
  },
  {
    moods: ['gold', 'dusk', 'red'],
    fog: '#eeb068',
    dark: '#1c0d06',
    leaves: '#b0501a',
    light: '#ffdc9a',
    isNight: false,
  },
  {
    moods: ['dawn', 'pink', 'purple'],
    fog: '#d8a8b4',
    dark: '#1a0f22',
    leaves: '#6a4a6a',
    light: '#ffe0c8',
    isNight: false,
  },
  {
    moods: ['night', 'blue', 'teal'],
    fog: '#2f6a80',
    dark: '#020a10',
    leaves: '#124a4a',
    light: '#a8e0ff',
    isNight: true,
  },
  {
    moods: ['winter', 'mono', 'storm'],
    fog: '#c4ccd4',
    dark: '#14181e',
    leaves: '#6a7478',
    light: '#f4f6fa',
    isNight: false,
  },
];

const ranks = 6;

interface Trunk {
  readonly x: number;
  readonly half: number;
  readonly lean: number;
  readonly s: number;
}

export function forest(stage: Stage): Scene {
  const { aspect, height, random, theme, noise, reading } = stage;
  const look = chooseByMood(looks, stage);
  const fog = fromHex(look.fog);
  const dark = fromHex(look.dark);
  const light = fromHex(look.light);
  const sunX = aspect * (random.chance(0.5) ? random.range(0.28, 0.42) : random.range(0.58, 0.72));
  const sunY = random.range(0.1, 0.22);
  const back = paintLayer(stage, { detail: 0.5 }, (x, y, out) => {
    const d = hypot((x - sunX) * 0.9, y - sunY);
    const leaf = noise.fbm(x * 9, y * 9, 4, 41);
    const crown = smoothstep(0.5, 0.05, y) * smoothstep(0.38, 0.62, leaf) * 0.55;
    const glow = 0.24 + 1.15 * Math.exp(-d * 2.4) + 0.9 * Math.exp(-d * 8);
    for (let k = 0; k < 3; k++) {
      const air = (fog[k] as number) * glow + (light[k] as number) * Math.exp(-d * 5) * 0.6;
      out[k] = air * (1 - crown * (1 - 0.6 * Math.exp(-d * 3)));
    }
    out[3] = 1;
  });
  const rows = Array.from({ length: ranks }, (_, i) => paintRank(i));
  const tile = createNoiseTile(random.whole(1, 1e6), 8, 3, 128);
  const veil = createVeil(stage, 4);
  const hasFireflies = reading.details.has('fireflies') || (look.isNight && theme.chance(0.8));
  const motes = Array.from({ length: Math.round((hasFireflies ? 60 : 110) * aspect) }, () => ({
    x: random.range(-0.05, aspect + 0.05),
    y: hasFireflies ? random.range(0.35, 0.95) : random.range(0.05, 0.95),
    depth: random.range(0.25, 1.4),
    phase: random.range(0, 6.3),
    rate: random.range(0.5, 1.3),
  }));
  const rain = reading.details.has('rain')
    ? createRain(stage, { color: [0.6, 0.68, 0.66], count: 600, slant: 0.03, ground: 0.85 })
    : null;
  return {
    bloom: 0.5,
    vignette: 0.42,
    exposure: look.isNight ? 1.1 : 0.72,
    moves: ['push', 'push', 'pan-left', 'pan-right', 'pull'],
    moveStrength: 1.35,
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, back, camera, { depth: 0.05 });
      rows.forEach((row, i) => {
        compositeLayer(frame, row, camera, { depth: 0.14 + (i / (ranks - 1)) ** 1.5 * 1.25 });
        if (i === 3) {
          drawShafts(seconds, camera.x);
          layVeil(frame, veil);
        }
      });
      for (const mote of motes) drawMote(mote);
      rain?.draw(frame, seconds);

      function drawMote(mote: (typeof motes)[number]): void {
        const wander = hasFireflies ? 0.035 : 0.012;
        const x = mote.x + Math.sin(seconds * mote.rate + mote.phase) * wander + seconds * 0.004;
        const y =
          mote.y +
          Math.cos(seconds * mote.rate * 0.8 + mote.phase * 2) * wander * 0.7 -
          (hasFireflies ? 0 : seconds * 0.003);
        const at = project(camera, mote.depth, x, y);
        if (hasFireflies) {
          const pulse = Math.max(0, Math.sin(seconds * mote.rate * 2.4 + mote.phase)) ** 2;
          const size = (0.008 + 0.014 * mote.depth ** 2) * height;
          addGlow(frame, at.x * height, at.y * height, size * 2.4, [
            0.55 * pulse * 0.35,
            0.6 * pulse * 0.35,
            0.12 * pulse * 0.35,
          ]);
          addGlow(frame, at.x * height, at.y * height, size * 0.5, [
            1.7 * pulse,
            1.8 * pulse,
            0.6 * pulse,
          ]);
          return;
        }
        const near = Math.exp(-hypot(x - sunX, y - sunY) * 1.6);
        addGlow(
          frame,
          at.x * height,
          at.y * height,
          (0.002 + 0.005 * Math.abs(mote.depth - 0.7)) * height,
          scale(light, near * 0.7 * (0.6 + 0.4 * Math.sin(seconds * mote.rate * 2 + mote.phase))),
        );
      }
    },
  };

  function drawShafts(seconds: number, pan: number): void {
    const strength = look.isNight ? 0.22 : 0.55;
    paintVeil(veil, aspect, (x, y, out) => {
      const dx = x - sunX + pan * 0.2;
      const dy = y - sunY + 0.32;
      const angle = Math.atan2(dx, Math.max(0.02, dy));
      const d = hypot(dx, y - sunY);
      const ray =
        sampleTile(tile, angle * 0.62 + seconds * 0.006, seconds * 0.012) * 0.6 +
        sampleTile(tile, angle * 1.9 - seconds * 0.01, 0.4 + seconds * 0.018) * 0.4;
      const smoke = 0.6 + 0.8 * sampleTile(tile, x * 0.22 - seconds * 0.014, y * 0.4 + 0.2);
      const shaft = smoothstep(0.44, 0.8, ray) * Math.exp(-d * 1.25) * smoke * strength;
      const mist =
        Math.exp(-(((y - 0.74) / 0.13) ** 2)) *
        clamp(sampleTile(tile, x * 0.2 - seconds * 0.013, y * 0.9 + 0.6) * 1.6 - 0.45) *
        0.4 *
        (0.3 + Math.exp(-d * 1.4));
      for (let k = 0; k < 3; k++)
        out[k] = (light[k] as number) * shaft + (fog[k] as number) * mist * 0.9;
      out[3] = mist * 0.7;
    });
  }

  /** One row of trunks and the ground they stand on. */
  function paintRank(index: number): Layer {
    const t = (index + 1) / ranks;
    const color = mix(scale(fog, 0.42), dark, t ** 0.62);
    const count = Math.max(3, Math.round((15 - 11 * t) * Math.max(0.75, aspect * 0.6)));
    const trunks = Array.from({ length: count }, (): Trunk => {
      const x = random.range(-0.08, aspect + 0.08);
      const push = t > 0.75 && Math.abs(x - sunX) < 0.3 ? Math.sign(x - sunX || 1) * 0.34 : 0;
      return {
        x: x + push,
        half: (0.005 + 0.034 * t ** 1.8) * random.range(0.65, 1.35),
        lean: random.range(-0.05, 0.05),
        s: random.range(0, 40),
      };
    });
    const ground = (x: number): number =>
      0.69 + 0.25 * t - 0.055 * (noise.fbm(x * 2.2 + index * 5, 1, 4, index) - 0.4);
    const leaves = fromHex(look.leaves);
    const feet = trunks.map((trunk) => ground(trunk.x));
    // The ground's edge by column: asked for by every pixel of the column.
    const edges = new Map<number, number>();
    const groundAt = (x: number): number => {
      const known = edges.get(x);
      if (known !== undefined) return known;
      const edge = ground(x) - fern(x, index, t);
      edges.set(x, edge);
      return edge;
    };
    return paintLayer(stage, {}, (x, y, out) => {
      const d = hypot(x - sunX, y - sunY);
      const back = Math.exp(-d * 1.7);
      const g = groundAt(x);
      const onGround = clamp((y - g) * height);
      let cover = 0;
      let rim = 0;
      let bark = 1;
      for (let k = 0; k < trunks.length; k++) {
        const trunk = trunks[k] as Trunk;
        if (Math.abs(x - trunk.x) > trunk.half * 2 + 0.07) continue;
        const flare = 1 + 0.9 * smoothstep(0.12, 0, (feet[k] as number) - y) ** 2;
        const wobble = (noise(trunk.s, y * 5, 3) - 0.5) * 0.022 * t;
        const off = x - trunk.x - trunk.lean * (y - 0.6) - wobble;
        const half = trunk.half * (0.62 + 0.42 * y) * flare;
        const inside = clamp((half - Math.abs(off)) * height * (t > 0.9 ? 0.5 : 0.9) + 0.4);
        if (inside <= cover) continue;
        cover = inside;
        const across = off / half;
        const toSun = Math.sign(sunX - trunk.x);
        rim = Math.max(0, across * toSun) ** 5 * Math.exp(-Math.abs(trunk.x - sunX) * 1.2);
        bark =
          (0.62 + 0.7 * noise.fbm(x * (90 - 40 * t) + trunk.s, y * (12 - 4 * t), 3, index)) *
          (0.72 + 0.4 * Math.max(0, across * toSun));
      }
      const alpha = Math.max(cover, onGround);
      if (alpha <= 0) return;
      const isGround = onGround > 0.5;
      const grain = isGround ? 0.5 + noise.fbm(x * 60, y * 90, 3, index + 7) : bark;
      const depthHaze = isGround ? smoothstep(0.0, 0.1, y - g) : 0;
      const foot = smoothstep(0.22, 0, g - y) * (1 - t) * 0.55;
      for (let k = 0; k < 3; k++) {
        const own =
          (color[k] as number) * grain +
          (isGround
            ? (leaves[k] as number) * 0.14 * t * grain * (0.25 + back * 1.5) * (1 - depthHaze * 0.5)
            : 0);
        const lit =
          own +
          (light[k] as number) * rim * 0.5 * (1.1 - t * 0.6) +
          (isGround ? (light[k] as number) * back * 0.1 * Math.exp(-(y - g) * 80) : 0);
        out[k] = lit + ((fog[k] as number) * (0.22 + 0.8 * back) - lit) * foot;
      }
      out[3] = alpha;
    });
  }

  function fern(x: number, index: number, t: number): number {
    const clump = noise(x * 6, index * 3, 9);
    const blade = Math.abs(noise(x * (120 - 50 * t), index, 12) * 2 - 1);
    return t * 0.055 * clump * blade ** 1.5;
  }
}
