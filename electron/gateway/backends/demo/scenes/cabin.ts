// A winter night: a cabin with warm windows in the snow, smoke, pines, falling flakes.
import { hypot } from '../geometry.ts';
import { compositeLayer } from '../canvas/composite.ts';
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { createVeil, layVeil, paintVeil } from '../canvas/veil.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep } from '../color.ts';
import { createNoiseTile, sampleTile } from '../noise-tile.ts';
import { createSnow } from '../weather/snow.ts';
import type { Mood } from '../vocabulary.ts';
import { drawPine } from './pine.ts';
import { paintHouse } from './cabin-house.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createStars, paintSky } from './sky.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly sky: readonly string[];
  readonly snow: string;
  readonly shade: string;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['night', 'blue'],
    sky: ['#050d24', '#10244a', '#2c4872', '#6a80a4'],
    snow: '#9ab4e0',
    shade: '#2a4272',
  },
  {
    moods: ['dusk', 'pink', 'purple', 'red'],
    sky: ['#181a4a', '#4a3a7a', '#b06a90', '#ffb896'],
    snow: '#c8a8c8',
    shade: '#4a3a70',
  },
  {
    moods: ['teal', 'green'],
    sky: ['#03121c', '#0a3040', '#1f6068', '#7aa898'],
    snow: '#98c4c4',
    shade: '#1f4c58',
  },
  {
    moods: ['dawn', 'day', 'gold'],
    sky: ['#3a5a8c', '#7f9cc0', '#e0c0b0', '#ffe2b8'],
    snow: '#d8d4dc',
    shade: '#6a7ca4',
  },
];

export function cabin(stage: Stage): Scene {
  const { aspect, height, random, noise, unit } = stage;
  const look = chooseByMood(looks, stage);
  const warm = fromHex('#ffa843');
  const snow = fromHex(look.snow);
  const shade = fromHex(look.shade);
  const sky = paintSky(stage, look.sky.map(fromHex), 0.68, null);
  const stars = createStars(stage, 340, 0.6, 0.8);
  const side = random.sign();
  const cx = aspect * (0.5 + side * random.range(0.06, 0.12));
  const size = 0.15 * (0.45 + 0.55 * unit);
  const ground = (x: number): number =>
    0.69 + 0.045 * (noise.fbm(x * 1.6, 1, 3, 4) - 0.5) + 0.03 * Math.cos((x - cx) * 2.4);
  const foot = ground(cx) + 0.075;
  const hills = [0, 1].map(paintHill);
  const wood = paintWood();
  const field = paintField();
  const house = paintHouse(stage, { x: cx, y: foot, size, side, snow, warm });
  const front = paintFront();
  const flakes = createSnow(stage, {
    count: 620,
    gust: side * 0.035,
    color: mix(snow, [1, 1, 1], 0.6),
  });
  const tile = createNoiseTile(random.whole(1, 1e6), 8, 4, 128);
  const veil = createVeil(stage, 4);
  const chimney = { x: cx + size * 0.52, y: foot - size * 1.78 };
  return {
    bloom: 0.7,
    vignette: 0.4,
    exposure: 1.1,
    moves: ['push', 'push', 'pan-left', 'pan-right', 'pull'],
    moveStrength: 1.1,
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.03 });
      stars.draw(frame, camera, seconds);
      hills.forEach((layer, i) => compositeLayer(frame, layer, camera, { depth: 0.1 + i * 0.1 }));
      compositeLayer(frame, wood, camera, { depth: 0.4 });
      compositeLayer(frame, field, camera, { depth: 0.65 });
      const fire = 0.92 + 0.08 * Math.sin(seconds * 7.1) * Math.sin(seconds * 4.3);
      const at = project(camera, 0.65, cx, foot - size * 0.3);
      addGlow(frame, at.x * height, at.y * height, height * 0.62, scale(warm, 0.2 * fire));
      drawSmoke(seconds, project(camera, 0.65, chimney.x, chimney.y));
      layVeil(frame, veil, 0, height * 0.75);
      compositeLayer(frame, house, camera, { depth: 0.65, gain: 0.97 + 0.03 * fire });
      compositeLayer(frame, front, camera, { depth: 1.3 });
      flakes.draw(frame, seconds);
    },
  };

  function drawSmoke(seconds: number, from: { x: number; y: number }): void {
    paintVeil(veil, aspect, (x, y, out) => {
      const up = from.y - y;
      out[0] = out[1] = out[2] = out[3] = 0;
      if (up < -0.005 || up > 0.5) return;
      const drift = 0.05 * Math.sin(up * 9 - seconds * 1.1) * up * 3 - side * up * up * 0.9;
      const half = 0.008 + up * 0.11;
      const body = Math.exp(-(((x - from.x - drift) / half) ** 2)) * Math.exp(-up * 4.5);
      const curl = sampleTile(tile, x * 0.8, y * 0.8 + seconds * 0.09);
      const alpha = body * clamp(curl * 1.9 - 0.35) * 0.75;
      for (let k = 0; k < 3; k++)
        out[k] =
          ((snow[k] as number) * 0.55 + (warm[k] as number) * 0.1 * Math.exp(-up * 20)) * alpha;
      out[3] = alpha;
    });
  }

  function paintHill(index: number): Layer {
    const base = index === 0 ? 0.5 : 0.6;
    const swing = index === 0 ? 0.34 : 0.2;
    const rock = mix(fromHex(look.sky[2] ?? '#304060'), shade, 0.4 + index * 0.35);
    const shift = random.range(0, 40);
    return paintLayer(stage, { bottom: 0.85 }, (x, y, out) => {
      const top =
        base -
        swing * (noise.fbm(x * 1.3 + shift, index * 4, 3, index) - 0.4) -
        0.12 * (noise.ridged(x * 2.4 + shift, index, 5, index + 3) - 0.4);
      const inside = clamp((y - top) * height);
      if (inside <= 0) return;
      const relief =
        noise.ridged(x * 7 + y * 4 + shift, y * 8 - x * 3, 4, index + 8) -
        noise.ridged(x * 7 + y * 4 + shift + side * 0.12, y * 8 - x * 3 - 0.12, 4, index + 8);
      const cover = clamp(0.55 + relief * 3) * smoothstep(0.34, 0.02, y - top);
      const haze = smoothstep(0, 0.25, y - top) * 0.5;
      for (let k = 0; k < 3; k++) {
        const c = (rock[k] as number) * (0.75 + relief) + (snow[k] as number) * cover * 0.42;
        out[k] = c + ((shade[k] as number) * 0.9 - c) * haze;
      }
      out[3] = inside;
    });
  }

  function paintWood(): Layer {
    const layer = createLayer(stage, { top: 0.2, bottom: 0.85 });
    const color = mix(shade, [0.01, 0.02, 0.04], 0.72);
    for (let i = 0; i < 34 * Math.max(0.7, aspect * 0.6); i++) {
      const x = random.range(-0.1, aspect + 0.1);
      drawPine(layer, random, {
        x,
        y: ground(x) + random.range(-0.01, 0.03),
        size: random.range(0.1, 0.22),
        color: scale(color, random.range(0.7, 1.3)),
        snow: scale(snow, 0.34),
      });
    }
    measureSpans(layer);
    return layer;
  }

  function paintField(): Layer {
    const path = (y: number): number =>
      cx - side * 0.02 + side * 0.1 * Math.sin((y - foot) * 9) * (y - foot) * 4;
    return paintLayer(stage, { top: 0.55 }, (x, y, out) => {
      const g = ground(x);
      const inside = clamp((y - g) * height);
      if (inside <= 0) return;
      const drifts =
        noise.fbm(x * 2.1, y * 7, 4, 11) - noise.fbm(x * 2.1 + side * 0.06, y * 7 - 0.16, 4, 11);
      const sparkle = noise(x * 420, y * 420, 6) > 0.965 ? 0.35 : 0;
      const light = clamp(0.42 + drifts * 3.2 + 0.12 * noise.fbm(x * 30, y * 60, 2, 3));
      const d = hypot((x - cx) / 1.25, (y - foot) * 1.7);
      const glow = Math.exp(-d * 5.2) * (0.55 + drifts * 3);
      const beam =
        [-0.46, 0.46].reduce(
          (sum, w) =>
            sum +
            Math.exp(
              -(
                ((x - cx - w * size) / (0.035 + (y - foot) * 0.55)) ** 2 +
                ((y - foot - 0.05) / 0.075) ** 2
              ),
            ),
          0,
        ) * (y > foot - 0.01 ? 1 : 0);
      const track =
        smoothstep(0.016 + (y - foot) * 0.12, 0.004, Math.abs(x - path(y))) * (y > foot ? 0.42 : 0);
      for (let k = 0; k < 3; k++) {
        const base =
          (shade[k] as number) + ((snow[k] as number) * 0.95 - (shade[k] as number)) * light;
        out[k] =
          base * (0.55 - track * 0.3) +
          sparkle * (snow[k] as number) +
          (warm[k] as number) * Math.max(0, glow * 0.8 + beam * 0.55 * (0.7 + drifts * 4));
      }
      out[3] = inside;
    });
  }

  function paintFront(): Layer {
    const layer = createLayer(stage);
    const dark = mix(shade, [0.002, 0.004, 0.01], 0.9);
    for (let i = 0; i < 6; i++) {
      const out = i % 2 === 0 ? random.range(-0.04, 0.15) : random.range(0.87, 1.04);
      drawPine(layer, random, {
        x: aspect * out,
        y: 1.02 + random.range(-0.08, 0.06),
        size: random.range(0.45, 0.8) * (0.6 + 0.4 * unit),
        color: dark,
        snow: scale(snow, 0.42),
        litFrom: out < 0.5 ? 1 : -1,
        light: scale(warm, 0.1),
      });
    }
    measureSpans(layer);
    return layer;
  }
}
