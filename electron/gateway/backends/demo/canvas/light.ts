// Small lights added to the picture each frame: glows, discs out of focus, streaks. All lengths in pixels.
import type { Rgb } from '../color.ts';
import type { Frame } from './frame.ts';

const steps = 256;

/** Falls from 1 to exactly 0 at the radius. */
const falloff = Float32Array.from({ length: steps + 2 }, (_, i) => {
  const d = Math.sqrt(Math.min(1, i / steps));
  return Math.exp(-d * d * 5) * (1 - d) ** 0.5;
});

/** A soft round glow. */
export function addGlow(frame: Frame, x: number, y: number, radius: number, color: Rgb): void {
  const { width, height, data } = frame;
  const [red, green, blue] = color;
  const left = Math.max(0, Math.ceil(x - radius));
  const right = Math.min(width - 1, Math.floor(x + radius));
  const top = Math.max(0, Math.ceil(y - radius));
  const bottom = Math.min(height - 1, Math.floor(y + radius));
  const toStep = steps / (radius * radius);
  for (let py = top; py <= bottom; py++) {
    const dy2 = (py - y) * (py - y);
    let i = (py * width + left) * 3;
    for (let px = left; px <= right; px++, i += 3) {
      const d2 = ((px - x) * (px - x) + dy2) * toStep;
      if (d2 >= steps) continue;
      const strength = falloff[d2 | 0] as number;
      data[i] = (data[i] as number) + red * strength;
      data[i + 1] = (data[i + 1] as number) + green * strength;
      data[i + 2] = (data[i + 2] as number) + blue * strength;
    }
  }
}

/** A disc as a lens draws a light out of focus: even inside, a little brighter at the rim. */
export function addDisc(
  frame: Frame,
  x: number,
  y: number,
  radius: number,
  color: Rgb,
  softness = 1.5,
): void {
  const { width, height, data } = frame;
  const [red, green, blue] = color;
  const reach = radius + softness;
  const left = Math.max(0, Math.ceil(x - reach));
  const right = Math.min(width - 1, Math.floor(x + reach));
  const top = Math.max(0, Math.ceil(y - reach));
  const bottom = Math.min(height - 1, Math.floor(y + reach));
  for (let py = top; py <= bottom; py++) {
    let i = (py * width + left) * 3;
    for (let px = left; px <= right; px++, i += 3) {
      const distance = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y));
      const cover = Math.min(1, Math.max(0, (reach - distance) / (softness * 2)));
      if (cover <= 0) continue;
      const rim = distance / Math.max(1, radius);
      const strength = cover * cover * (3 - 2 * cover) * (0.75 + 0.35 * rim * rim);
      data[i] = (data[i] as number) + red * strength;
      data[i + 1] = (data[i + 1] as number) + green * strength;
      data[i + 2] = (data[i + 2] as number) + blue * strength;
    }
  }
}

/** A thin straight streak with soft sides, fading towards its start. Steeper than 45 degrees. */
export function addStreak(
  frame: Frame,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  halfWidth: number,
  color: Rgb,
): void {
  const { width, height, data } = frame;
  const [red, green, blue] = color;
  const top = Math.max(0, Math.ceil(fromY));
  const bottom = Math.min(height - 1, Math.floor(toY));
  const lean = (toX - fromX) / Math.max(1e-6, toY - fromY);
  const reach = Math.max(0.7, halfWidth);
  for (let py = top; py <= bottom; py++) {
    const along = (py - fromY) / Math.max(1e-6, toY - fromY);
    const x = fromX + (py - fromY) * lean;
    const left = Math.max(0, Math.ceil(x - reach));
    const right = Math.min(width - 1, Math.floor(x + reach));
    const ends = along * (along > 0.9 ? (1 - along) * 10 : 1);
    for (let px = left; px <= right; px++) {
      const strength = (1 - Math.abs(px - x) / reach) * ends;
      const i = (py * width + px) * 3;
      data[i] = (data[i] as number) + red * strength;
      data[i + 1] = (data[i + 1] as number) + green * strength;
      data[i + 2] = (data[i + 2] as number) + blue * strength;
    }
  }
}
