// A log house under snow with lit windows.
import { createLayer, measureSpans, type Layer } from '../canvas/layer.ts';
import { fillOutline, rectangle, type Point } from '../canvas/shapes.ts';
import { clamp, mix, scale, type Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export interface HouseLook {
  /** Middle of the house and the ground before it. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The darker side of the roof is opposite. */
  readonly side: number;
  readonly snow: Rgb;
  readonly warm: Rgb;
}

export function paintHouse(stage: Stage, look: HouseLook): Layer {
  const { noise } = stage;
  const { x: cx, y: foot, size, side, snow, warm } = look;
  const layer = createLayer(stage, {
    left: cx - size * 2,
    right: cx + size * 2,
    top: foot - size * 2.4,
    bottom: foot + size * 0.4,
  });
  const at = (points: readonly (readonly [number, number])[]): Point[] =>
    points.map(([px, py]) => [cx + px * size, foot - py * size]);
  const log: Rgb = [0.03, 0.016, 0.01];
  const white = scale(snow, 0.85);
  fillOutline(
    layer,
    at([
      [0.42, 1],
      [0.42, 1.72],
      [0.64, 1.72],
      [0.64, 0.9],
    ]),
    (_x, y) => scale([0.035, 0.03, 0.032], 0.7 + 0.5 * Math.abs(Math.sin(y * 520))),
  );
  fillOutline(
    layer,
    at([
      [0.39, 1.72],
      [0.4, 1.79],
      [0.66, 1.79],
      [0.67, 1.72],
    ]),
    white,
  );
  fillOutline(
    layer,
    at([
      [-1.08, -0.05],
      [-1.08, 0.78],
      [0, 1.46],
      [1.08, 0.78],
      [1.08, -0.05],
    ]),
    (x, y) => {
      const row = Math.abs(Math.sin(((y - foot) / size) * 26));
      return scale(mix(log, warm, 0.05 * Math.exp(-Math.abs(x - cx) * 8)), 0.45 + 0.9 * row);
    },
  );
  for (const [x0, x1, y0, y1] of [
    [-0.74, -0.3, 0.22, 0.62],
    [0.26, 0.7, 0.22, 0.62],
    [-0.13, 0.13, 0.92, 1.12],
  ] as const) {
    fillOutline(
      layer,
      at([
        [x0 - 0.035, y0 - 0.05],
        [x0 - 0.035, y1 + 0.035],
        [x1 + 0.035, y1 + 0.035],
        [x1 + 0.035, y0 - 0.05],
      ]),
      scale(log, 1.8),
    );
    fillOutline(
      layer,
      at([
        [x0, y0],
        [x0, y1],
        [x1, y1],
        [x1, y0],
      ]),
      (x, y) =>
        scale(
          mix(warm, [1, 0.85, 0.55], 0.45),
          1.5 + 0.9 * clamp(((foot - y) / size - y0) / (y1 - y0)) + 0.2 * Math.sin(x * 210),
        ),
    );
    const mx = (x0 + x1) / 2;
    const my = (y0 + y1) / 2;
    fillOutline(
      layer,
      rectangle(
        cx + (mx - 0.012) * size,
        foot - y1 * size,
        cx + (mx + 0.012) * size,
        foot - y0 * size,
      ),
      log,
    );
    fillOutline(
      layer,
      rectangle(
        cx + x0 * size,
        foot - (my + 0.012) * size,
        cx + x1 * size,
        foot - (my - 0.012) * size,
      ),
      log,
    );
    fillOutline(
      layer,
      at([
        [x0 - 0.05, y0 - 0.06],
        [x0 - 0.05, y0 - 0.015],
        [x1 + 0.05, y0 - 0.015],
        [x1 + 0.05, y0 - 0.06],
      ]),
      scale(mix(white, warm, 0.4), 0.9),
    );
  }
  fillOutline(
    layer,
    at([
      [-0.14, -0.05],
      [-0.14, 0.52],
      [0.1, 0.52],
      [0.1, -0.05],
    ]),
    [0.05, 0.018, 0.01],
  );
  for (const s of [-1, 1]) {
    fillOutline(
      layer,
      at([
        [s * 1.4, 0.56],
        [s * 1.42, 0.66],
        [s * 0.05, 1.62],
        [s * -0.06, 1.62],
        [s * -0.06, 1.46],
        [s * 0.03, 1.42],
      ]),
      (x, y) =>
        scale(white, (s === -side ? 0.62 : 0.95) * (0.9 + 0.2 * noise(x * 130, y * 130, 4))),
    );
  }
  fillOutline(
    layer,
    at([
      [-1.5, -0.16],
      [-1.1, 0.03],
      [-0.3, 0.0],
      [0.4, 0.03],
      [1.1, 0.04],
      [1.5, -0.16],
    ]),
    (x) => scale(mix(snow, warm, 0.3 * Math.exp(-Math.abs(x - cx) * 5)), 0.75),
  );
  measureSpans(layer);
  return layer;
}
