// Camels in a row, some with riders, far away on a crest.
import { createLayer, measureSpans, type Layer } from '../canvas/layer.ts';
import { fillOutline, roundOutline, stroke, type Point } from '../canvas/shapes.ts';
import type { Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export interface CaravanLook {
  readonly side: number;
  /** Height of the ground at a place. */
  readonly ground: (x: number) => number;
  readonly color: Rgb;
}

export function paintCaravan(stage: Stage, look: CaravanLook): Layer {
  const { aspect, unit } = stage;
  const { side, ground, color: dark } = look;
  const layer = createLayer(stage, { top: 0.2, bottom: 0.9 });
  const start = aspect * (0.5 + side * 0.06);
  const size = 0.036 * (0.6 + 0.4 * unit);
  for (let i = 0; i < 5; i++) {
    const x = start + side * i * size * 1.65;
    const y = ground(x) + size * 0.08;
    const at = (points: readonly (readonly [number, number])[]): Point[] =>
      points.map(([px, py]) => [x - side * px * size, y - py * size]);
    fillOutline(
      layer,
      roundOutline(
        at([
          [-0.42, 0.5],
          [-0.3, 0.66],
          [-0.12, 0.72],
          [0, 0.92],
          [0.12, 0.72],
          [0.32, 0.66],
          [0.42, 0.52],
          [0.3, 0.42],
          [0, 0.38],
          [-0.32, 0.4],
        ]),
        4,
      ),
      dark,
    );
    fillOutline(
      layer,
      stroke(
        at([
          [0.36, 0.56],
          [0.54, 0.55],
          [0.6, 0.86],
        ]),
        (s) => size * (0.15 - 0.07 * s),
      ),
      dark,
    );
    fillOutline(
      layer,
      at([
        [0.54, 0.9],
        [0.6, 0.98],
        [0.8, 0.88],
        [0.76, 0.82],
      ]),
      dark,
    );
    for (const leg of [-0.32, -0.2, 0.22, 0.33])
      fillOutline(
        layer,
        stroke(
          at([
            [leg, 0.45],
            [leg + 0.03 * ((i % 2) * 2 - 1), 0],
          ]),
          () => size * 0.06,
        ),
        dark,
      );
    if (i % 2 === 0) {
      fillOutline(
        layer,
        roundOutline(
          at([
            [-0.1, 0.82],
            [-0.07, 1.12],
            [0.06, 1.14],
            [0.1, 0.84],
          ]),
          4,
        ),
        dark,
      );
      fillOutline(
        layer,
        roundOutline(
          at([
            [-0.06, 1.14],
            [0, 1.3],
            [0.07, 1.14],
          ]),
          4,
        ),
        dark,
      );
    }
  }
  measureSpans(layer);
  return layer;
}
