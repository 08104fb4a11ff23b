// Palms left and right of the road, as silhouettes.
import { createLayer, measureSpans, type Layer } from '../canvas/layer.ts';
import { fillOutline, roundOutline, stroke, type Point } from '../canvas/shapes.ts';
import type { Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export function paintPalms(stage: Stage): Layer {
  const { aspect, random, unit } = stage;
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
