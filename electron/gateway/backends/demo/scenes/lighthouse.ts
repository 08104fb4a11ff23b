// A lighthouse on its rock; the beam turns.
import { compositeLayer } from '../canvas/composite.ts';
import type { Frame } from '../canvas/frame.ts';
import { createLayer, measureSpans, paintLayer } from '../canvas/layer.ts';
import { addGlow } from '../canvas/light.ts';
import { fillOutline, rectangle, roundOutline, type Point } from '../canvas/shapes.ts';
import { createVeil, layVeil, paintVeil } from '../canvas/veil.ts';
import { project, type CameraView } from '../camera.ts';
import { clamp, scale, smoothstep, type Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export interface Lighthouse {
  draw(frame: Frame, camera: CameraView, seconds: number): void;
}

const lampColor: Rgb = [1, 0.82, 0.5];
const depth = 0.75;

export function createLighthouse(
  stage: Stage,
  side: number,
  horizon: number,
  isDark: boolean,
): Lighthouse {
  const { aspect, height, noise, random, unit } = stage;
  const cx = aspect * (0.5 + side * 0.27);
  const size = 0.34 * (0.6 + 0.4 * unit);
  const foot = horizon + 0.01;
  const day = isDark ? 0.16 : 0.75;
  const shift = random.range(0, 40);
  const top = (x: number): number => {
    const out = ((x - cx) * side) / (0.62 * (0.45 + 0.55 * unit));
    const hump = out < 0 ? clamp(1 + out * 1.15) : clamp(1 + out * 0.2);
    return (
      0.69 -
      0.225 * smoothstep(0, 0.85, hump) ** 1.2 +
      0.055 * (noise.fbm(x * 7 + shift, 1, 5, 6) - 0.5)
    );
  };
  const bottom = (x: number): number =>
    0.665 + 0.045 * (noise.fbm(x * 5 + shift, 9, 4, 7) - 0.5) + 0.05 * clamp((x - cx) * side);
  const rock = paintLayer(stage, { top: 0.2 }, (x, y, out) => {
    const inside = clamp((y - top(x)) * height) * clamp((bottom(x) - y) * height * 0.25);
    if (inside <= 0) return;
    const crack = noise.ridged(x * 9 + y * 4, y * 11 - x * 3, 4, 17);
    const lit = clamp(
      (noise.fbm(x * 14 - side * 0.05, y * 18 - 0.06, 4, 5) - noise.fbm(x * 14, y * 18, 4, 5)) *
        3.5 +
        0.4,
    );
    const wet = smoothstep(bottom(x) - 0.05, bottom(x), y);
    for (let k = 0; k < 3; k++)
      out[k] =
        ([0.1, 0.095, 0.1] as const)[k as 0 | 1 | 2] *
          (0.15 + lit * 0.9) *
          (0.5 + crack) *
          (1 - wet * 0.6) *
          (day + 0.2) +
        0.004;
    out[3] = inside;
  });
  const tower = createLayer(stage, {
    left: cx - 0.2,
    right: cx + 0.2,
    top: foot - size * 1.4,
    bottom: foot + 0.05,
  });
  const at = (points: readonly (readonly [number, number])[]): Point[] =>
    points.map(([px, py]) => [cx + px * size, foot - py * size]);
  fillOutline(
    tower,
    at([
      [-0.075, -0.06],
      [-0.046, 0.82],
      [0.046, 0.82],
      [0.075, -0.06],
    ]),
    (px, py): Rgb => {
      const up = (foot - py) / size;
      const across = (px - cx) / (size * (0.075 - 0.034 * up));
      const isRed = Math.floor(up * 5.2 + 0.4) % 2 === 0;
      const shade =
        (0.25 + 0.85 * clamp(0.6 - across * side * 0.65)) *
        day *
        (0.92 + 0.1 * noise(px * 300, py * 300));
      return isRed
        ? [0.5 * shade, 0.07 * shade, 0.055 * shade]
        : [0.85 * shade, 0.83 * shade, 0.8 * shade];
    },
  );
  fillOutline(
    tower,
    at([
      [-0.072, 0.82],
      [-0.072, 0.855],
      [0.072, 0.855],
      [0.072, 0.82],
    ]),
    [0.015, 0.016, 0.02],
  );
  fillOutline(
    tower,
    at([
      [-0.042, 0.855],
      [-0.042, 0.965],
      [0.042, 0.965],
      [0.042, 0.855],
    ]),
    scale(lampColor, 2.6),
  );
  for (const x of [-0.022, 0, 0.022])
    fillOutline(
      tower,
      rectangle(
        cx + (x - 0.003) * size,
        foot - 0.965 * size,
        cx + (x + 0.003) * size,
        foot - 0.855 * size,
      ),
      [0.02, 0.02, 0.02],
    );
  fillOutline(
    tower,
    roundOutline(
      at([
        [-0.054, 0.965],
        [-0.03, 1.02],
        [0, 1.055],
        [0.03, 1.02],
        [0.054, 0.965],
      ]),
      4,
    ),
    [0.06 * day + 0.01, 0.02, 0.02],
  );
  const cottage = at([
    [side * 0.14, -0.05],
    [side * 0.14, 0.07],
    [side * 0.24, 0.13],
    [side * 0.34, 0.07],
    [side * 0.34, -0.05],
  ]);
  fillOutline(tower, cottage, [0.35 * day, 0.33 * day, 0.32 * day]);
  fillOutline(
    tower,
    at([
      [side * 0.21, 0],
      [side * 0.21, 0.045],
      [side * 0.25, 0.045],
      [side * 0.25, 0],
    ]),
    [1.4, 0.85, 0.35],
  );
  measureSpans(tower);
  const veil = createVeil(stage, 4);
  const lampY = foot - 0.91 * size;
  return {
    draw: (frame, camera, seconds) => {
      compositeLayer(frame, tower, camera, { depth });
      compositeLayer(frame, rock, camera, { depth });
      const lamp = project(camera, depth, cx, lampY);
      const turn = seconds * 0.85 + 0.6;
      paintVeil(veil, aspect, (x, y, out) => {
        let light = 0;
        for (const side of [1, -1]) {
          const along = (x - lamp.x) * Math.cos(turn) * side;
          if (along <= 0) continue;
          const away = Math.abs(Math.cos(turn));
          const reach = Math.abs(x - lamp.x) / Math.max(0.12, away);
          const half = 0.007 + reach * 0.052;
          const dy = y - lamp.y - reach * 0.03 * Math.sin(turn) * side;
          light += Math.exp(-((dy / half) ** 2)) * Math.exp(-reach * 0.85) * (0.45 + 0.55 * away);
        }
        const strength = light * (isDark ? 0.5 : 0.14);
        for (let k = 0; k < 3; k++) out[k] = (lampColor[k] as number) * strength;
      });
      // The beam stays above the sea.
      layVeil(frame, veil, 0, height * 0.62);
      const facing = Math.max(0, Math.abs(Math.sin(turn))) ** 24;
      addGlow(
        frame,
        lamp.x * height,
        lamp.y * height,
        height * (0.07 + 0.14 * facing),
        scale(lampColor, (isDark ? 0.9 : 0.4) * (0.7 + 1.2 * facing)),
      );
    },
  };
}
