// A red gate that stands in the water: what is above, and the feet, which are drawn after the water.
import { createLayer, measureSpans, type Layer } from '../canvas/layer.ts';
import { fillOutline, type Point } from '../canvas/shapes.ts';
import { clamp, scale, smoothstep, type Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export interface GateLook {
  readonly side: number;
  /** Height of the far edge of the water. */
  readonly shore: number;
  readonly color: Rgb;
  readonly isNight: boolean;
}

export function paintGate(stage: Stage, look: GateLook): { upper: Layer; feet: Layer } {
  const { aspect, random, noise, unit } = stage;
  const { side, shore } = look;
  const size = 0.44 * (0.42 + 0.58 * unit);
  const x = aspect * (0.5 + side * random.range(0.02, 0.12) * unit);
  const foot = shore + 0.075;
  const red = scale(look.color, look.isNight ? 0.55 : 0.95);
  const at = (points: readonly (readonly [number, number])[]): Point[] =>
    points.map(([px, py]) => [x + px * size, foot - py * size]);
  const shade = (px: number, py: number): Rgb =>
    scale(
      red,
      0.55 +
        0.5 * clamp(0.5 + ((px - x) / size) * side * 0.9) +
        0.12 * noise(px * 200, py * 16, 3) -
        0.2 * smoothstep(0.1, 0, (foot - py) / size),
    );
  const draw = (layer: Layer): void => {
    for (const s of [-1, 1]) {
      fillOutline(
        layer,
        at([
          [s * 0.385, -0.2],
          [s * 0.325, 0.93],
          [s * 0.27, 0.93],
          [s * 0.315, -0.2],
        ]),
        (px, py) =>
          scale(shade(px, py), 0.75 + 0.5 * clamp(((px - x) / size - s * 0.33) * side * 9 + 0.5)),
      );
      fillOutline(
        layer,
        at([
          [s * 0.405, 0.0],
          [s * 0.4, 0.1],
          [s * 0.295, 0.1],
          [s * 0.29, 0.0],
        ]),
        [0.012, 0.012, 0.015],
      );
      fillOutline(
        layer,
        at([
          [s * 0.355, 0.905],
          [s * 0.355, 0.94],
          [s * 0.24, 0.94],
          [s * 0.24, 0.905],
        ]),
        scale(red, 0.45),
      );
    }
    fillOutline(
      layer,
      at([
        [-0.47, 0.64],
        [-0.47, 0.7],
        [0.47, 0.7],
        [0.47, 0.64],
      ]),
      shade,
    );
    fillOutline(
      layer,
      at([
        [-0.055, 0.7],
        [-0.055, 0.935],
        [0.055, 0.935],
        [0.055, 0.7],
      ]),
      scale(red, 0.5),
    );
    fillOutline(
      layer,
      at([
        [-0.035, 0.73],
        [-0.035, 0.905],
        [0.035, 0.905],
        [0.035, 0.73],
      ]),
      [0.02, 0.02, 0.024],
    );
    const beam: (readonly [number, number])[] = [];
    for (let i = 0; i <= 24; i++)
      beam.push([-0.6 + i * 0.05, 0.94 + 0.07 * Math.abs(i / 12 - 1) ** 2.6]);
    for (let i = 24; i >= 0; i--)
      beam.push([-0.6 + i * 0.05, 1.01 + 0.085 * Math.abs(i / 12 - 1) ** 2.6]);
    fillOutline(layer, at(beam), shade);
    const roof: (readonly [number, number])[] = [];
    for (let i = 0; i <= 24; i++)
      roof.push([-0.625 + i * 0.0521, 1.008 + 0.088 * Math.abs(i / 12 - 1) ** 2.6]);
    for (let i = 24; i >= 0; i--)
      roof.push([-0.64 + i * 0.0533, 1.055 + 0.1 * Math.abs(i / 12 - 1) ** 2.6]);
    fillOutline(layer, at(roof), (px) =>
      scale([0.03, 0.028, 0.034], 1 + clamp(((px - x) / size) * side)),
    );
    measureSpans(layer);
  };
  const upper = createLayer(stage, { bottom: foot });
  draw(upper);
  const feet = createLayer(stage, { top: shore - 0.002, bottom: foot + 0.002 });
  draw(feet);
  return { upper, feet };
}
