// Petals that tumble across the picture: a flat oval that turns shows now its face, now its edge.
import type { Frame } from '../canvas/frame.ts';
import type { Rgb } from '../color.ts';
import type { Stage } from '../scenes/scene.ts';
import type { Weather } from './rain.ts';

export interface PetalLook {
  readonly count: number;
  readonly color: Rgb;
  readonly gust: number;
}

export function createPetals({ random, aspect, height }: Stage, look: PetalLook): Weather {
  const petals = Array.from({ length: Math.round(look.count * aspect * 0.56) }, () => {
    const near = random.next() ** 2.4;
    return {
      x: random.range(-0.15, aspect + 0.15),
      y: random.next(),
      near,
      size: (0.005 + 0.016 * near) * height,
      fall: random.range(0.035, 0.07) * (1 + near),
      rate: random.range(0.9, 2.2),
      phase: random.range(0, 6.3),
      light: random.range(0.7, 1.15),
    };
  });
  const span = aspect + 0.3;
  return {
    draw: (frame, seconds) => {
      for (const petal of petals) {
        const y = ((petal.y + seconds * petal.fall) % 1.12) - 0.06;
        const drift =
          petal.x +
          0.15 +
          seconds * look.gust * (0.6 + petal.near) +
          Math.sin(seconds * petal.rate + petal.phase) * 0.025;
        const x = (((drift % span) + span) % span) - 0.15;
        const angle = seconds * petal.rate * 0.8 + petal.phase;
        const flat = 0.25 + 0.75 * Math.abs(Math.sin(seconds * petal.rate * 1.3 + petal.phase * 2));
        drawOval(
          frame,
          x * height,
          y * height,
          petal.size,
          petal.size * 0.62 * flat,
          angle,
          look.color,
          petal.light,
          1 + petal.near * petal.near * 4,
        );
      }
    },
  };
}

function drawOval(
  frame: Frame,
  x: number,
  y: number,
  long: number,
  short: number,
  angle: number,
  color: Rgb,
  light: number,
  softness: number,
): void {
  const { width, height, data } = frame;
  const reach = long + softness;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(width - 1, x + reach); px++) {
      const dx = px - x;
      const dy = py - y;
      const a = (dx * cos + dy * sin) / long;
      const b = (dy * cos - dx * sin) / Math.max(0.8, short * (1 - 0.35 * a));
      const d = Math.sqrt(a * a + b * b);
      const cover = Math.min(1, Math.max(0, ((1 - d) * long) / softness + 0.35)) * 0.92;
      if (cover <= 0) continue;
      const shade = light * (0.72 + 0.4 * (a * 0.5 + 0.5));
      const i = (py * width + px) * 3;
      for (let k = 0; k < 3; k++) {
        const under = data[i + k] as number;
        data[i + k] = under + ((color[k] as number) * shade - under) * cover;
      }
    }
  }
}
