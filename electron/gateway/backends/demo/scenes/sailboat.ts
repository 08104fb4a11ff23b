// A small sailing boat with its broken mirror image.
import { createLayer, measureSpans, type Layer } from '../canvas/layer.ts';
import { fillOutline, roundOutline, stroke, type Point } from '../canvas/shapes.ts';
import { mix, type Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export function paintSailboat(stage: Stage, horizon: number, side: number, isDark: boolean): Layer {
  const { random, aspect, unit } = stage;
  const size = random.range(0.15, 0.2) * (0.5 + 0.5 * unit);
  const x = aspect * (0.5 - side * random.range(0.14, 0.24));
  const y = horizon + 0.055;
  const layer = createLayer(stage, {
    left: x - size,
    right: x + size,
    top: y - size * 1.3,
    bottom: y + size * 0.8,
  });
  const at = (points: readonly (readonly [number, number])[], flip = 1): Point[] =>
    points.map(([px, py]) => [x + side * px * size, y - py * size * flip]);
  const sail: Rgb = isDark ? [0.07, 0.08, 0.1] : [0.62, 0.5, 0.42];
  const hull: Rgb = isDark ? [0.008, 0.01, 0.014] : [0.05, 0.03, 0.03];
  const main = [
    [0.02, 1],
    [0.045, 0.75],
    [0.03, 0.4],
    [0, 0.13],
    [-0.46, 0.15],
    [-0.24, 0.5],
    [-0.07, 0.85],
  ] as const;
  const jib = [
    [0.06, 0.88],
    [0.22, 0.5],
    [0.43, 0.13],
    [0.25, 0.13],
    [0.08, 0.15],
    [0.1, 0.45],
  ] as const;
  for (const points of [main, jib]) {
    const shade = (px: number, py: number): Rgb =>
      mix(
        sail,
        [1, 0.82, 0.62],
        isDark
          ? 0
          : 0.35 * Math.max(0, Math.min(1, (y - py) / size)) * (0.7 + 0.3 * Math.sin(px * 300)),
      );
    fillOutline(layer, roundOutline(at(points, -0.55), 4), mix(sail, hull, 0.45), 0.3);
    fillOutline(layer, roundOutline(at(points), 6), shade, 0.97);
  }
  const body = [
    [-0.44, 0.1],
    [0.47, 0.12],
    [0.34, 0.0],
    [-0.36, 0.0],
  ] as const;
  fillOutline(layer, at(body, -0.8), hull, 0.5);
  fillOutline(layer, at(body), hull);
  fillOutline(
    layer,
    stroke(
      at([
        [0.035, 0.1],
        [0.035, 1.03],
      ]),
      () => size * 0.014,
    ),
    hull,
  );
  measureSpans(layer);
  return layer;
}
