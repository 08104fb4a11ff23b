// A blossoming cherry branch that hangs into the picture from one side.
import { createLayer, measureSpans, type Layer } from '../canvas/layer.ts';
import { hypot } from '../geometry.ts';
import { fillOutline, stroke, type Point } from '../canvas/shapes.ts';
import { clamp, mix, scale, type Rgb } from '../color.ts';
import type { Random } from '../random.ts';
import type { Stage } from './scene.ts';

export interface BranchLook {
  /** 1 from the left, -1 from the right. */
  readonly side: number;
  readonly color: Rgb;
  readonly isNight: boolean;
}

export function paintBranch(stage: Stage, look: BranchLook): Layer {
  const { aspect, random, unit } = stage;
  const { side } = look;
  const layer = createLayer(stage);
  const bark: Rgb = look.isNight ? [0.006, 0.005, 0.01] : [0.035, 0.022, 0.026];
  const blossom = look.color;
  const startX = side > 0 ? -0.08 : aspect + 0.08;
  const grow = (
    x: number,
    y: number,
    angle: number,
    length: number,
    thick: number,
    level: number,
  ): void => {
    const points: Point[] = [[x, y]];
    let direction = angle;
    for (let i = 0; i < 5; i++) {
      const [px, py] = points[i] as Point;
      points.push([
        px + Math.cos(direction) * side * (length / 5),
        py + Math.sin(direction) * (length / 5),
      ]);
      direction += random.range(-0.22, 0.24);
    }
    fillOutline(
      layer,
      stroke(points, (t) => thick * (1 - 0.6 * t)),
      bark,
    );
    points.forEach(([px, py], i) => {
      if (level < 2 && i > 0)
        grow(
          px,
          py,
          direction + random.range(-0.9, 0.9),
          length * random.range(0.35, 0.55),
          thick * 0.5,
          level + 1,
        );
      for (let k = 0; k < (level === 0 ? 5 : 8); k++)
        blossomAt(
          layer,
          look,
          random,
          px + random.bell() * 0.028,
          py + random.bell() * 0.022,
          random.range(0.005, 0.0125),
          blossom,
        );
    });
  };
  const reach = Math.min(0.5 * (0.5 + 0.5 * unit), aspect * 0.46);
  grow(startX, random.range(-0.02, 0.08), 0.28, reach, 0.02, 0);
  grow(startX, random.range(0.1, 0.18), 0.05, reach * 0.6, 0.012, 0);
  measureSpans(layer);
  return layer;
}

function blossomAt(
  layer: Layer,
  look: BranchLook,
  random: Random,
  x: number,
  y: number,
  radius: number,
  color: Rgb,
): void {
  const turn = random.range(0, 6.3);
  const light = (look.isNight ? 0.42 : 1) * random.range(0.62, 1.12);
  const petals: Point[] = Array.from({ length: 30 }, (_, i) => {
    const angle = (i / 30) * 2 * Math.PI;
    const r = radius * (0.72 + 0.28 * Math.abs(Math.cos(angle * 2.5)));
    return [x + Math.cos(angle + turn) * r, y + Math.sin(angle + turn) * r * 0.85];
  });
  fillOutline(
    layer,
    petals,
    (px, py) => {
      const d = hypot(px - x, py - y) / radius;
      return scale(mix(mix(color, [0.75, 0.12, 0.3], 0.35), color, clamp(d * 1.6)), light);
    },
    0.95,
  );
}
