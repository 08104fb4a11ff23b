// An endless drive towards a striped sun: a glowing grid rushes by, mountains of light, a car ahead.
import { hypot } from '../geometry.ts';
import { compositeLayer } from '../canvas/composite.ts';
import type { Frame } from '../canvas/frame.ts';
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { fillOutline, rectangle, roundOutline, stroke, type Point } from '../canvas/shapes.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep, type Rgb } from '../color.ts';
import type { Mood } from '../vocabulary.ts';
import { chooseByMood, type Scene, type Stage } from './scene.ts';
import { createStars } from './sky.ts';

interface Look {
  readonly moods: readonly Mood[];
  readonly sky: readonly [string, string, string];
  readonly sun: readonly [string, string];
  readonly grid: string;
  readonly peak: string;
}

const looks: readonly [Look, ...Look[]] = [
  {
    moods: ['purple', 'pink', 'night'],
    sky: ['#0a0524', '#3a0f5c', '#e0408a'],
    sun: ['#ffd84a', '#ff2f8a'],
    grid: '#ff3fd0',
    peak: '#3ad8ff',
  },
  {
    moods: ['blue', 'teal'],
    sky: ['#020a24', '#0a2c6a', '#2fb0d8'],
    sun: ['#e8fff0', '#2fb8ff'],
    grid: '#2fe8ff',
    peak: '#8a6aff',
  },
  {
    moods: ['red', 'gold', 'dusk'],
    sky: ['#16041a', '#5c1030', '#ff6a3a'],
    sun: ['#fff08a', '#ff3a2a'],
    grid: '#ff8a2f',
    peak: '#ff3f6a',
  },
  {
    moods: ['green'],
    sky: ['#020c12', '#06383c', '#3fd89a'],
    sun: ['#f4ff9a', '#2fd86a'],
    grid: '#4affa8',
    peak: '#3ac8ff',
  },
];

const horizonY = 0.575;

export function horizon(stage: Stage): Scene {
  const { aspect, height, random, noise, unit } = stage;
  const look = chooseByMood(looks, stage);
  const grid = fromHex(look.grid);
  const peak = fromHex(look.peak);
  const sunX = aspect * random.range(0.46, 0.54);
  const radius = random.range(0.25, 0.31) * (0.4 + 0.6 * unit);
  const stars = createStars(stage, 420, horizonY);
  const sky = paintBack();
  const ranges = [0, 1].map(paintRange);
  const speed = random.range(1.5, 2.1);
  const car = paintCar();
  const dark: Rgb = scale(fromHex(look.sky[1]), 0.12);
  const palms = paintPalms();
  return {
    bloom: 0.55,
    vignette: 0.36,
    exposure: 1,
    moves: ['push', 'rise', 'sink', 'pan-left', 'pan-right'],
    draw: (frame, { camera, seconds }) => {
      compositeLayer(frame, sky, camera, { depth: 0.05 });
      stars.draw(frame, camera, seconds);
      ranges.forEach((layer, i) =>
        compositeLayer(frame, layer, camera, { depth: 0.12 + i * 0.12 }),
      );
      drawGround(
        frame,
        seconds,
        project(camera, 0.2, 0, horizonY).y,
        project(camera, 0.2, sunX, 0).x,
      );
      compositeLayer(frame, palms, camera, { depth: 1.2, x: Math.sin(seconds * 0.8) * 0.003 });
      const sway = Math.sin(seconds * 0.7) * 0.018;
      const place = { depth: 0.8, x: sway, y: Math.sin(seconds * 9) * 0.0007 };
      const at = project(camera, 0.8, car.x + sway, car.y);
      for (const s of [-1, 1])
        addGlow(
          frame,
          (at.x + s * car.size * 0.36) * height,
          (at.y - car.size * 0.2) * height,
          car.size * 0.55 * height,
          [0.85, 0.06, 0.1],
        );
      addGlow(
        frame,
        at.x * height,
        (at.y + car.size * 0.06) * height,
        car.size * 0.95 * height,
        scale(grid, 0.22),
      );
      compositeLayer(frame, car.layer, camera, place);
    },
  };

  function paintBack(): Layer {
    const [top, middle, low] = look.sky.map(fromHex) as [Rgb, Rgb, Rgb];
    const [hot, deep] = look.sun.map(fromHex) as [Rgb, Rgb];
    const sunY = horizonY - radius * 0.62;
    return paintLayer(stage, {}, (x, y, out) => {
      const t = clamp(y / horizonY);
      const air = t < 0.6 ? mix(top, middle, t / 0.6) : mix(middle, low, ((t - 0.6) / 0.4) ** 1.6);
      const d = hypot(x - sunX, y - sunY);
      const v = clamp((y - sunY + radius) / (2 * radius));
      const disc = smoothstep(radius + 1 / height, radius - 1 / height, d);
      // Stripes open towards the lower edge.
      const band = ((v - 0.42) * 11) % 1;
      const open = v > 0.42 ? smoothstep(0.02, 0.0, band - (v - 0.42) * 0.85) : 0;
      const sun = mix(hot, deep, v ** 0.85);
      const halo = Math.exp(-Math.max(0, d - radius) * 6.5) * 0.55;
      const streak = (noise.fbm(x * 1.4, y * 16, 4, 4) - 0.45) * smoothstep(0.3, 0.95, t) * 0.5;
      for (let k = 0; k < 3; k++) {
        const c = (air[k] as number) * (0.8 + streak) + (deep[k] as number) * halo;
        out[k] = c + ((sun[k] as number) * 1.55 - c) * disc * (1 - open);
      }
      out[3] = 1;
    });
  }

  function paintRange(index: number): Layer {
    const shift = random.range(0, 50);
    const crest = (x: number): number => {
      const out01 = Math.abs(x - sunX) / (aspect * 0.5);
      return (
        horizonY +
        0.004 -
        (0.035 + 0.2 * clamp(out01) ** 1.3) *
          (1 - index * 0.42) *
          (0.3 + 1.1 * noise.ridged(x * (1.7 + index) + shift, index * 3, 4, index))
      );
    };
    const base = scale(fromHex(look.sky[1]), 0.16 - index * 0.08);
    return paintLayer(stage, { top: 0.1, bottom: horizonY + 0.03 }, (x, y, out) => {
      const top = crest(x);
      const inside = clamp((y - top) * height);
      if (inside <= 0) return;
      const line = Math.exp(-(y - top) * height * 0.45) * 0.9;
      const low = smoothstep(horizonY - 0.05, horizonY, y);
      const facet =
        Math.abs(Math.sin((x + (y - top) * (noise(x * 3, 1, 3) - 0.5) * 6) * 34)) ** 28 *
        0.2 *
        smoothstep(0, 0.02, y - top);
      for (let k = 0; k < 3; k++)
        out[k] =
          (base[k] as number) +
          (peak[k] as number) * (line + facet) +
          (grid[k] as number) * low * 0.12;
      out[3] = inside;
    });
  }

  /** The plane with its moving lines; each pixel knows how wide a line is there, so that far lines stay smooth. */
  function drawGround(frame: Frame, seconds: number, edge: number, vanish: number): void {
    const { width, data } = frame;
    const road = 0.085 * (0.6 + 0.4 * unit);
    for (let py = Math.max(0, Math.ceil(edge * height)); py < height; py++) {
      const near = (py + 0.5) / height - edge;
      const far = 1 / (near + 0.0015);
      const along = far * 0.42 + seconds * speed * 2.2;
      const stepAlong = (far * far * 0.42) / height;
      const wideAlong = Math.max(0.035, stepAlong * 0.8);
      const inAlong = Math.abs(along - Math.round(along));
      const across01 =
        clamp(1 - (inAlong - 0.012) / wideAlong) * Math.min(1, 0.06 / stepAlong + 0.16);
      const fade = Math.exp(-far * 0.018);
      const glow = Math.exp(-near * 7);
      for (let px = 0, i = py * width * 3; px < width; px++, i += 3) {
        const u = (px / height - vanish) * far;
        const isRoad = Math.abs(u) < road * 11;
        const lane = u * 0.62;
        const stepU = (far * 0.62) / height;
        const inLane = Math.abs(lane - Math.round(lane));
        const line = isRoad
          ? 0
          : Math.max(
              across01,
              clamp(1 - (inLane - 0.012) / Math.max(0.03, stepU * 0.9)) *
                Math.min(1, 0.05 / stepU + 0.25),
            );
        const rim =
          clamp(1 - Math.abs(Math.abs(u) - road * 11) / Math.max(0.035, stepU * 1.6)) * 1.3;
        const dash =
          isRoad && Math.abs(u) < 0.022 + stepU * 0.5 && along * 0.9 - Math.floor(along * 0.9) < 0.5
            ? 0.9
            : 0;
        const sunPath =
          Math.exp(-(((px / height - vanish) / (0.1 + near * 0.35)) ** 2)) *
          (isRoad ? 0.3 : 0.16) *
          (0.35 + glow);
        const light = (line * 1.15 + rim) * (0.22 + 0.78 * fade);
        for (let k = 0; k < 3; k++) {
          data[i + k] =
            (dark[k] as number) * (isRoad ? 0.5 : 1) +
            (grid[k] as number) * (light + glow * 0.26) +
            dash * 0.8 * fade +
            sunPath * (k === 0 ? 1 : k === 1 ? 0.45 : 0.5);
        }
      }
    }
  }

  function paintCar(): { layer: Layer; x: number; y: number; size: number } {
    const size = 0.17 * (0.5 + 0.5 * unit);
    const x = sunX + random.range(-0.03, 0.03);
    const y = 0.83;
    const layer = createLayer(stage, {
      left: x - size,
      right: x + size,
      top: y - size,
      bottom: y + size * 0.4,
    });
    const at = (points: readonly (readonly [number, number])[]): Point[] =>
      points.map(([px, py]) => [x + px * size, y - py * size]);
    const body: Rgb = [0.012, 0.01, 0.022];
    const gloss = (px: number, py: number): Rgb =>
      mix(
        body,
        mix(fromHex(look.sky[2]), grid, 0.4),
        0.22 * smoothstep(0.25, 0.5, (y - py) / size) + 0.1 * Math.abs((px - x) / size) ** 3,
      );
    fillOutline(
      layer,
      roundOutline(
        at([
          [-0.56, -0.03],
          [0, -0.05],
          [0.56, -0.03],
          [0.6, 0.0],
          [0, 0.02],
          [-0.6, 0.0],
        ]),
        4,
      ),
      [0, 0, 0],
      0.8,
    );
    for (const s of [-1, 1])
      fillOutline(
        layer,
        at([
          [s * 0.54, -0.02],
          [s * 0.54, 0.17],
          [s * 0.37, 0.17],
          [s * 0.37, -0.02],
        ]),
        [0.003, 0.003, 0.005],
      );
    fillOutline(
      layer,
      at([
        [-0.54, 0.06],
        [-0.57, 0.2],
        [-0.55, 0.31],
        [-0.44, 0.37],
        [0.44, 0.37],
        [0.55, 0.31],
        [0.57, 0.2],
        [0.54, 0.06],
      ]),
      gloss,
    );
    fillOutline(
      layer,
      at([
        [-0.42, 0.36],
        [-0.3, 0.55],
        [0.3, 0.55],
        [0.42, 0.36],
      ]),
      gloss,
    );
    fillOutline(
      layer,
      at([
        [-0.36, 0.375],
        [-0.27, 0.52],
        [0.27, 0.52],
        [0.36, 0.375],
      ]),
      (_px, py) =>
        mix(
          [0.01, 0.012, 0.03],
          mix(fromHex(look.sun[1]), [1, 0.8, 0.6], 0.3),
          0.16 + 0.5 * smoothstep(0.4, 0.52, (y - py) / size),
        ),
    );
    fillOutline(
      layer,
      at([
        [-0.6, 0.4],
        [-0.6, 0.43],
        [0.6, 0.43],
        [0.6, 0.4],
      ]),
      body,
    );
    for (const s of [-1, 1]) {
      fillOutline(
        layer,
        at([
          [s * 0.535, 0.2],
          [s * 0.53, 0.275],
          [s * 0.18, 0.275],
          [s * 0.18, 0.2],
        ]),
        [0.05, 0.002, 0.005],
      );
      for (let i = 0; i < 4; i++)
        fillOutline(
          layer,
          rectangle(
            x + (s * (0.225 + i * 0.08) - 0.031) * size,
            y - 0.265 * size,
            x + (s * (0.225 + i * 0.08) + 0.031) * size,
            y - 0.21 * size,
          ),
          [2.4, 0.14, 0.2],
        );
      fillOutline(
        layer,
        at([
          [s * 0.44, 0.06],
          [s * 0.44, 0.1],
          [s * 0.3, 0.1],
          [s * 0.3, 0.06],
        ]),
        [0.03, 0.03, 0.04],
      );
    }
    fillOutline(
      layer,
      at([
        [-0.11, 0.17],
        [-0.11, 0.24],
        [0.11, 0.24],
        [0.11, 0.17],
      ]),
      scale(mix(grid, [1, 1, 1], 0.5), 0.3),
    );
    measureSpans(layer);
    return { layer, x, y, size };
  }

  function paintPalms(): Layer {
    const layer = createLayer(stage);
    const color: Rgb = [0.004, 0.002, 0.01];
    const palm = (x: number, y: number, size: number, lean: number): void => {
      const trunk: Point[] = Array.from({ length: 8 }, (_, i) => [
        x + lean * size * (i / 7) ** 1.6,
        y - size * (i / 7),
      ]);
      const [tx, ty] = trunk[7] as Point;
      fillOutline(
        layer,
        roundOutline(
          [
            ...trunk.map(([px, py]): Point => [px - size * 0.016, py]),
            ...trunk.map(([px, py]): Point => [px + size * 0.013, py]).reverse(),
          ],
          2,
        ),
        color,
      );
      for (let k = 0; k < 11; k++) {
        const angle = -0.35 + (k / 10) * (Math.PI + 0.7) + random.range(-0.12, 0.12);
        const length = size * random.range(0.3, 0.42);
        const droop = 0.55 + 0.45 * Math.abs(Math.cos(angle));
        const rib: Point[] = Array.from({ length: 13 }, (_, i) => {
          const t = i / 12;
          return [
            tx + Math.cos(angle) * length * t,
            ty - Math.sin(angle) * length * t * 0.8 + length * droop * t * t * 0.8,
          ];
        });
        fillOutline(
          layer,
          stroke(rib, (t) => size * 0.012 * (1 - t) + 0.001),
          color,
        );
        rib.forEach(([px, py], i) => {
          if (i === 0) return;
          const t = i / 12;
          const leaf = size * 0.1 * Math.sin(Math.PI * Math.min(1, 0.12 + t * 0.9)) + 0.004;
          const out = Math.cos(angle) * 0.45;
          fillOutline(
            layer,
            [
              [px - size * 0.011, py],
              [px + size * 0.011, py],
              [px + leaf * (out + 0.16), py + leaf],
            ],
            color,
          );
          fillOutline(
            layer,
            [
              [px - size * 0.009, py],
              [px + size * 0.009, py],
              [px + leaf * (out + 0.1), py - leaf * 0.32],
            ],
            color,
          );
        });
      }
    };
    palm(aspect * 0.07, 1.02, 0.62 * (0.6 + 0.4 * unit), 0.12);
    palm(aspect * 0.16, 0.9, 0.4 * (0.6 + 0.4 * unit), -0.08);
    palm(aspect * 0.93, 1.0, 0.56 * (0.6 + 0.4 * unit), -0.14);
    palm(aspect * 0.84, 0.86, 0.34 * (0.6 + 0.4 * unit), 0.06);
    measureSpans(layer);
    return layer;
  }
}
