// A pine as an outline with ragged branches, for silhouettes and snowy woods.
import { fillOutline, type Point } from '../canvas/shapes.ts';
import type { Layer } from '../canvas/layer.ts';
import { clamp, mix, type Rgb } from '../color.ts';
import type { Random } from '../random.ts';

export interface PineLook {
  readonly x: number;
  /** Where the stem meets the ground. */
  readonly y: number;
  readonly size: number;
  readonly color: Rgb;
  /** Colour of snow on the branches, or null. */
  readonly snow: Rgb | null;
  /** Warm light from one side, -1 left .. 1 right, or 0. */
  readonly litFrom?: number;
  readonly light?: Rgb;
}

export function drawPine(layer: Layer, random: Random, look: PineLook): void {
  const { x, y, size, color, snow } = look;
  const tiers = Math.max(6, Math.min(15, Math.round(size * 26)));
  const left: Point[] = [];
  const right: Point[] = [];
  for (let tier = 0; tier < tiers; tier++) {
    const t = (tier + 1) / tiers;
    const reach = size * (0.03 + 0.2 * t ** 0.9);
    const top = y - size * (1 - (t - 0.9 / tiers) * 0.93);
    const hang = y - size * (1 - t * 0.93) + size * 0.012;
    for (const [side, points] of [
      [-1, left],
      [1, right],
    ] as const) {
      const out = reach * random.range(0.78, 1.15);
      points.push([x + side * out * 0.34, top]);
      points.push([x + side * out * 0.8, hang - size * 0.018 * random.next()]);
      points.push([x + side * out, hang + size * random.range(0, 0.02)]);
      points.push([x + side * out * 0.55, hang - size * 0.006]);
    }
  }
  const stem: Point[] = [
    [x + size * 0.014, y - size * 0.06],
    [x + size * 0.016, y],
    [x - size * 0.016, y],
    [x - size * 0.014, y - size * 0.06],
  ];
  const outline: Point[] = [[x, y - size * 1.03], ...right, ...stem, ...left.reverse()];
  const light = look.light ?? [0, 0, 0];
  fillOutline(layer, outline, (px, py): Rgb => {
    const up = (y - py) / size;
    const across = (px - x) / (size * 0.2 * (1.05 - up) + 0.001);
    const lit = clamp(across * (look.litFrom ?? 0)) * 0.5;
    const base: Rgb = [
      color[0] + light[0] * lit,
      color[1] + light[1] * lit,
      color[2] + light[2] * lit,
    ];
    if (snow === null) return base;
    const inTier = (((1 - up) / 0.93) * tiers) % 1;
    const grain = Math.abs(Math.sin(px * 1713 + py * 931) * 43758.5) % 1;
    const cover =
      clamp(1.15 - Math.abs(inTier - 0.62) * 2.6 - grain * 0.65) * (0.35 + 0.65 * Math.abs(across));
    return mix(base, snow, clamp(cover));
  });
}
