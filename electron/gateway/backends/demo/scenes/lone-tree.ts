// One broad tree with a leafy crown, lit from the sun's side.
import { createLayer, measureSpans, paintLayer, type Layer } from '../canvas/layer.ts';
import { hypot } from '../geometry.ts';
import { fillOutline, stroke } from '../canvas/shapes.ts';
import { clamp, scale, smoothstep, type Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export interface TreeLook {
  readonly x: number;
  readonly y: number;
  readonly soil: Rgb;
  readonly glow: Rgb;
  readonly sunX: number;
  readonly isNight: boolean;
}

export function paintTree(stage: Stage, look: TreeLook): Layer {
  const { noise, unit } = stage;
  const { x, y: foot, soil, glow, sunX } = look;
  const size = 0.2 * (0.55 + 0.45 * unit);
  const layer = createLayer(stage, {
    left: x - size,
    right: x + size,
    top: foot - size * 1.5,
    bottom: foot + 0.03,
  });
  const dark = scale(soil, 0.3);
  const crown = paintLayer(
    stage,
    { left: x - size, right: x + size, top: foot - size * 1.5, bottom: foot + 0.03 },
    (px, py, out) => {
      const dx = (px - x) / (size * 0.62);
      const dy = (py - (foot - size * 0.84)) / (size * 0.48);
      const lump = noise.fbm(px * 13, py * 13, 5, 23);
      const d = hypot(dx, dy * (dy > 0 ? 1.25 : 1)) + (lump - 0.5) * 0.95;
      const leaf = noise(px * 150, py * 150, 7);
      const alpha = smoothstep(1, 0.9, d + (leaf - 0.5) * 0.22);
      const lit = clamp((dx * Math.sign(sunX - x) - dy) * 0.5 + (lump - 0.4)) ** 2;
      for (let k = 0; k < 3; k++)
        out[k] =
          (dark[k] as number) * (0.6 + lump) +
          (glow[k] as number) * lit * 0.2 +
          (look.isNight ? 0 : (soil[k] as number) * lit * 0.6);
      out[3] = alpha;
    },
  );
  const bark: Rgb = scale(dark, 0.8);
  fillOutline(
    layer,
    stroke(
      [
        [x, foot],
        [x + size * 0.015, foot - size * 0.3],
        [x - size * 0.01, foot - size * 0.8],
      ],
      (t) => size * (0.085 - 0.06 * t),
    ),
    bark,
  );
  for (const s of [-1, 1])
    fillOutline(
      layer,
      stroke(
        [
          [x, foot - size * 0.36],
          [x + s * size * 0.16, foot - size * 0.6],
          [x + s * size * 0.26, foot - size * 0.85],
        ],
        (t) => size * (0.04 - 0.03 * t),
      ),
      bark,
    );
  for (let i = 0; i < layer.data.length; i += 4) {
    const keep = 1 - (crown.data[i + 3] as number);
    for (let k = 0; k < 4; k++)
      layer.data[i + k] = (layer.data[i + k] as number) * keep + (crown.data[i + k] as number);
  }
  measureSpans(layer);
  return layer;
}
