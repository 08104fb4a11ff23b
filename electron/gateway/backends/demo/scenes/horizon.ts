// An endless drive towards a striped sun: a glowing grid rushes by, mountains of light, a car ahead.
import { hypot } from '../geometry.ts';
import { compositeLayer } from '../canvas/composite.ts';
import type { Frame } from '../canvas/frame.ts';
import { paintLayer, type Layer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { project } from '../camera.ts';
import { clamp, fromHex, mix, scale, smoothstep, type Rgb } from '../color.ts';
import type { Mood } from '../vocabulary.ts';
import { paintCar } from './horizon-car.ts';
import { paintPalms } from './palms.ts';
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
  const car = paintCar(stage, look, sunX);
  const dark: Rgb = scale(fromHex(look.sky[1]), 0.12);
  const palms = paintPalms(stage);
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
}
