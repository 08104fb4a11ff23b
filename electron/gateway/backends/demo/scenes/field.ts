// Rows of lavender, wheat or poppies towards a low sun; wind runs over them, a tree stands on the horizon.

import { compositeLayer } from '../canvas/composite.ts';
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { fillOutline, stroke } from '../canvas/shapes.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep } from '../color.ts';
import { createNoiseTile, sampleTile } from '../noise-tile.ts';
import type { Mood } from '../vocabulary.ts';
import { createBirds } from './birds.ts';
import { paintTree } from './lone-tree.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createStars, paintClouds, paintSky } from './sky.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly sky: readonly string[];
  readonly bloom: string;
  readonly tip: string;
  readonly soil: string;
  readonly sun: string;
  readonly isNight: boolean;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['purple', 'dusk', 'pink'],
    sky: ['#4a4486', '#a0688f', '#f08f78', '#ffcb88'],
    bloom: '#6a45b8',
    tip: '#b896f0',
    soil: '#22301a',
    sun: '#ffd898',
    isNight: false,
  },
  {
    moods: ['gold', 'day'],
    sky: ['#2a68b0', '#7fb4dc', '#f0dcae', '#ffeab8'],
    bloom: '#c08a2c',
    tip: '#ffe08a',
    soil: '#4a3414',
    sun: '#fff0c4',
    isNight: false,
  },
  {
    moods: ['red', 'dusk'],
    sky: ['#3a3a70', '#9a5a70', '#f08a5a', '#ffd090'],
    bloom: '#b0281c',
    tip: '#ff6a48',
    soil: '#24361a',
    sun: '#ffd090',
    isNight: false,
  },
  {
    moods: ['green', 'dawn', 'teal'],
    sky: ['#3f7aa8', '#93bcc8', '#f2dcb8', '#ffeccc'],
    bloom: '#4a8a34',
    tip: '#b8dc78',
    soil: '#1c3418',
    sun: '#fff2d0',
    isNight: false,
  },
  {
    moods: ['night', 'blue', 'winter'],
    sky: ['#040a20', '#0f2350', '#2c4a80', '#6a86a8'],
    bloom: '#2a3a86',
    tip: '#7a90d8',
    soil: '#0a1420',
    sun: '#e0eaff',
    isNight: true,
  },
];

const horizon = 0.47;

export function field(stage: Stage): Scene {
  const { aspect, height, random, noise } = stage;
  const look = chooseByMood(looks, stage);
  const sunX = aspect * (random.chance(0.5) ? random.range(0.24, 0.4) : random.range(0.6, 0.76));
  const sun = {
    x: sunX,
    y: horizon - (look.isNight ? 0.26 : random.range(0.05, 0.1)),
    radius: 0.036,
    color: fromHex(look.sun),
    halo: look.isNight ? 0.45 : 1.2,
    disc: look.isNight ? 1.5 : 4,
  };
  const colors = look.sky.map(fromHex);
  const sky = paintSky(stage, colors, horizon, sun);
  const glow = mix(colors.at(-1) ?? sun.color, sun.color, 0.5);
  const cloudLayer = paintClouds(stage, {
    lit: scale(glow, 1.05),
    shade: mix(colors[1] ?? glow, colors[2] ?? glow, 0.35),
    cover: random.range(0.4, 0.62),
    from: -0.1,
    to: horizon,
    flatness: 4.4,
    seed: 5,
  });
  const stars = look.isNight ? createStars(stage, 340, horizon) : null;
  const hills = paintHills();
  const treeX = aspect * (sunX > aspect / 2 ? random.range(0.2, 0.34) : random.range(0.66, 0.8));
  const tree = paintTree(stage, {
    x: treeX,
    y: horizon + 0.016,
    soil: fromHex(look.soil),
    glow,
    sunX,
    isNight: look.isNight,
  });
  const vanish = aspect * random.range(0.4, 0.6);
  const rows = paintRows();
  const wind = createNoiseTile(random.whole(1, 1e6), 8, 4, 128);
  const birds = look.isNight ? null : createBirds(stage, [0.05, 0.03, 0.05], 0.3);
  const seeds = Array.from({ length: Math.round(90 * aspect) }, () => ({
    x: random.range(-0.1, aspect + 0.1),
    y: random.range(0.35, 1),
    depth: random.range(0.5, 1.6),
    phase: random.range(0, 6.3),
  }));
  const blades = paintBlades();
  return {
    bloom: 0.5,
    vignette: 0.34,
    exposure: look.isNight ? 1.15 : 0.86,
    moves: ['push', 'push', 'rise', 'pan-left', 'pan-right'],
    moveStrength: 1.3,
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.03 });
      stars?.draw(frame, camera, seconds);
      compositeLayer(frame, cloudLayer, camera, { depth: 0.06, x: seconds * 0.009 });
      compositeLayer(frame, hills, camera, { depth: 0.14 });
      compositeLayer(frame, rows, camera, { depth: 1 });
      compositeLayer(frame, tree, camera, { depth: 0.3 });
      gust(frame.data, frame.width, project(camera, 0.3, 0, horizon).y, seconds);
      birds?.draw(frame, camera, seconds);
      compositeLayer(frame, blades, camera, { depth: 1.6, x: Math.sin(seconds * 1.7) * 0.006 });
      for (const seed of seeds) {
        const x = ((seed.x + seconds * 0.035 * seed.depth + 0.1) % (aspect + 0.2)) - 0.1;
        const at = project(
          camera,
          seed.depth,
          x,
          seed.y + Math.sin(seconds * 0.9 + seed.phase) * 0.02,
        );
        addGlow(
          frame,
          at.x * height,
          at.y * height,
          (0.002 + 0.007 * Math.abs(seed.depth - 0.9)) * height,
          scale(
            mix(sun.color, fromHex(look.tip), 0.4),
            (look.isNight ? 0.5 : 0.4) * (0.6 + 0.4 * Math.sin(seconds * 2 + seed.phase)),
          ),
        );
      }
    },
  };

  /** Bands of wind: the plants turn their lighter side up. */
  function gust(data: Float32Array, width: number, edge: number, seconds: number): void {
    const first = Math.ceil(edge * height);
    for (let py = Math.max(0, first + 2); py < height; py++) {
      const near = py / height - edge;
      const far = 1 / (near + 0.05);
      const strength = Math.min(1, near * 6) * 0.62;
      for (let px = 0, i = py * width * 3; px < width; px++, i += 3) {
        const u = (px / height - vanish) * far * 0.05;
        const wave = sampleTile(wind, u - seconds * 0.055, far * 0.1 + seconds * 0.012);
        const gain = 1 + (wave - 0.46) * strength;
        data[i] = (data[i] as number) * gain;
        data[i + 1] = (data[i + 1] as number) * gain;
        data[i + 2] = (data[i + 2] as number) * gain;
      }
    }
  }

  function paintRows(): Layer {
    const bloom = fromHex(look.bloom);
    const tip = fromHex(look.tip);
    const soil = fromHex(look.soil);
    return paintLayer(stage, { top: horizon - 0.02 }, (x, y, out) => {
      const near = y - horizon - 0.006;
      const inside = clamp(near * height);
      if (inside <= 0) return;
      const far = 1 / (near + 0.028);
      const u = (x - vanish) * far;
      const swell = 0.5 * (noise.fbm(u * 0.3, far * 0.35, 3, 3) - 0.5);
      const row = 0.5 + 0.5 * Math.cos((u + swell * 0.35) * 6.4);
      const sharp = clamp(near * 9);
      const tuft = noise.fbm(u * 15, far * 17, 4, 2);
      const fine = noise(u * 46, far * 60, 4);
      const cover = smoothstep(0.24, 0.62, row + (tuft - 0.5) * 0.85 * sharp + 0.12);
      const top = smoothstep(0.45, 1, row) * (0.35 + 0.95 * tuft);
      const back = Math.exp(-Math.abs(x - sunX) * 1.5) * Math.exp(-near * 2.6);
      for (let k = 0; k < 3; k++) {
        const plant =
          (bloom[k] as number) * (0.25 + 1.15 * tuft * (0.45 + 0.55 * row)) +
          (tip[k] as number) * top * (0.16 + 0.6 * smoothstep(0.5, 0.95, fine) * sharp);
        const earth = (soil[k] as number) * (0.35 + 0.9 * tuft);
        const lit = earth + (plant - earth) * cover;
        const haze = Math.exp(-near * 8) * 0.55;
        out[k] =
          lit * (1 + back * 1.5) +
          (sun.color[k] as number) * back * 0.12 * (0.4 + cover) +
          ((glow[k] as number) * 0.6 - lit) * haze;
      }
      out[3] = inside;
    });
  }

  function paintHills(): Layer {
    const body = mix(colors[1] ?? glow, fromHex(look.soil), 0.45);
    return paintLayer(stage, { top: 0.2, bottom: horizon + 0.06 }, (x, y, out) => {
      const far = horizon - 0.02 - 0.13 * (noise.fbm(x * 1.5, 2, 5, 6) - 0.28);
      const close =
        horizon + 0.006 - 0.05 * (noise.fbm(x * 4, 5, 5, 9) - 0.3) - 0.012 * noise(x * 60, 1, 3);
      const isClose = y > close;
      const inside = Math.max(clamp((y - far) * height), clamp((y - close) * height));
      const near = Math.exp(-Math.abs(x - sunX) * 2.2);
      for (let k = 0; k < 3; k++) {
        const c = isClose ? (body[k] as number) * 0.35 : (body[k] as number) * 0.85;
        out[k] = c + ((glow[k] as number) - c) * (isClose ? 0.16 : 0.34) * (0.3 + near);
      }
      out[3] = inside;
    });
  }

  /** Stalks close to the lens along the lower edge. */
  function paintBlades(): Layer {
    const layer = createLayer(stage, { left: -0.2, right: aspect + 0.2, top: 0.7, bottom: 1.2 });
    const dark = mix(fromHex(look.soil), fromHex(look.bloom), 0.3);
    for (let i = 0; i < 70 * aspect; i++) {
      const x = random.range(-0.2, aspect + 0.2);
      const tall = random.range(0.06, 0.2) * (0.5 + Math.abs(x / aspect - 0.5) * 1.3);
      const lean = random.range(-0.04, 0.05);
      const color = scale(
        mix(dark, fromHex(look.tip), random.range(0, 0.25)),
        random.range(0.25, 0.7),
      );
      fillOutline(
        layer,
        stroke(
          [
            [x, 1.12],
            [x + lean * 0.3, 1.1 - tall * 0.6],
            [x + lean, 1.1 - tall],
          ],
          (t) => 0.0045 * (1.2 - t),
        ),
        color,
      );
      for (let k = 0; k < 7; k++) {
        const t = 0.62 + k * 0.062;
        const bx = x + lean * t * t;
        const by = 1.1 - tall * t;
        fillOutline(
          layer,
          [
            [bx - 0.006, by],
            [bx, by - 0.009],
            [bx + 0.006, by],
            [bx, by + 0.006],
          ],
          mix(color, fromHex(look.bloom), 0.65),
        );
      }
    }
    measureSpans(layer);
    return layer;
  }
}
