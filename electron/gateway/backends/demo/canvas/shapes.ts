// Flat shapes with smooth edges, drawn into a layer when the scene is built.
import { hypot } from '../geometry.ts';
import type { Rgb } from '../color.ts';
import { layOver, type Layer } from './layer.ts';

export type Point = readonly [x: number, y: number];

const subRows = 4;

/** Fills the inside (even-odd) of a closed outline given in scene coordinates. */
export function fillOutline(
  layer: Layer,
  outline: readonly Point[],
  color: Rgb | ((x: number, y: number) => Rgb),
  opacity = 1,
): void {
  const points = outline.map(([x, y]): Point => [
    (x - layer.left) * layer.density,
    (y - layer.top) * layer.density,
  ]);
  const top = Math.max(0, Math.floor(Math.min(...points.map(([, y]) => y))));
  const bottom = Math.min(layer.height, Math.ceil(Math.max(...points.map(([, y]) => y))));
  const cover = new Float32Array(layer.width);
  for (let row = top; row < bottom; row++) {
    const [first, end] = coverRow(points, row, cover);
    for (let column = first; column < end; column++) {
      const alpha = Math.min(1, cover[column] as number) * opacity;
      if (alpha < 0.004) continue;
      const paint =
        typeof color === 'function'
          ? color(
              layer.left + (column + 0.5) / layer.density,
              layer.top + (row + 0.5) / layer.density,
            )
          : color;
      layOver(layer, row * layer.width + column, paint, alpha);
    }
  }
}

/** Share of each pixel of the row that is inside; returns the touched range. */
function coverRow(
  points: readonly Point[],
  row: number,
  cover: Float32Array,
): readonly [number, number] {
  cover.fill(0);
  let first = cover.length;
  let end = 0;
  for (let sub = 0; sub < subRows; sub++) {
    const y = row + (sub + 0.5) / subRows;
    const crossings = crossingsAt(points, y);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, crossings[k] as number);
      const to = Math.min(cover.length, crossings[k + 1] as number);
      if (to <= from) continue;
      const a = Math.floor(from);
      const b = Math.min(cover.length - 1, Math.floor(to));
      first = Math.min(first, a);
      end = Math.max(end, b + 1);
      for (let x = a; x <= b; x++) {
        const share = Math.min(x + 1, to) - Math.max(x, from);
        cover[x] = (cover[x] as number) + share / subRows;
      }
    }
  }
  return [first, end];
}

function crossingsAt(points: readonly Point[], y: number): number[] {
  const crossings: number[] = [];
  for (let i = 0; i < points.length; i++) {
    const [x0, y0] = points[i] as Point;
    const [x1, y1] = points[(i + 1) % points.length] as Point;
    if (y0 <= y !== y1 <= y) crossings.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  }
  return crossings.sort((a, b) => a - b);
}

/** A round curve through the points (Catmull-Rom), closed. */
export function roundOutline(points: readonly Point[], steps = 8): Point[] {
  const count = points.length;
  const at = (i: number): Point => points[(i + count) % count] as Point;
  return points.flatMap((_, i) =>
    Array.from({ length: steps }, (__, k): Point => {
      const t = k / steps;
      const along = (axis: 0 | 1): number => {
        const [a, b, c, d] = [at(i - 1)[axis], at(i)[axis], at(i + 1)[axis], at(i + 2)[axis]];
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
      };
      return [along(0), along(1)];
    }),
  );
}

export function rectangle(left: number, top: number, right: number, bottom: number): Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** A stroke of changing width along a path; `width` in scene units at 0..1 of the way. */
export function stroke(path: readonly Point[], width: (t: number) => number): Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  path.forEach(([x, y], i) => {
    const [ax, ay] = path[Math.max(0, i - 1)] as Point;
    const [bx, by] = path[Math.min(path.length - 1, i + 1)] as Point;
    const length = hypot(bx - ax, by - ay) || 1;
    const half = width(i / Math.max(1, path.length - 1)) / 2;
    const nx = (-(by - ay) / length) * half;
    const ny = ((bx - ax) / length) * half;
    left.push([x + nx, y + ny]);
    right.push([x - nx, y - ny]);
  });
  return [...left, ...right.reverse()];
}
