// A low sports car seen from behind, tail lights on.
import { createLayer, measureSpans, type Layer } from '../canvas/layer.ts';
import { fillOutline, rectangle, roundOutline, type Point } from '../canvas/shapes.ts';
import { fromHex, mix, scale, smoothstep, type Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

/** Colours of the place that the car mirrors. */
export interface CarLook {
  readonly sky: readonly [string, string, string];
  readonly sun: readonly [string, string];
  readonly grid: string;
}

export function paintCar(
  stage: Stage,
  look: CarLook,
  sunX: number,
): { layer: Layer; x: number; y: number; size: number } {
  const { random, unit } = stage;
  const grid = fromHex(look.grid);
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
