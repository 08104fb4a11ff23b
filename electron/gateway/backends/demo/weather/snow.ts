// Falling snow: near flakes large, soft and quick; far ones small and slow, all swaying.
import type { Frame } from '../canvas/frame.ts';
import { addGlow } from '../canvas/light.ts';
import { scale, type Rgb } from '../color.ts';
import type { Stage } from '../scenes/scene.ts';
import type { Weather } from './rain.ts';

export interface SnowLook {
  /** Flakes for a wide picture. */
  readonly count: number;
  /** Sideways drift in heights a second. */
  readonly gust: number;
  readonly color: Rgb;
}

export function createSnow({ random, aspect, height }: Stage, look: SnowLook): Weather {
  const flakes = Array.from({ length: Math.round(look.count * aspect * 0.56) }, () => {
    const near = random.next() ** 3;
    return {
      x: random.range(-0.1, aspect + 0.1),
      y: random.next(),
      near,
      radius: Math.max(1.2, (0.0026 + 0.0125 * near) * height),
      fall: (0.045 + 0.15 * near) * random.range(0.8, 1.2),
      color: scale(look.color, (near > 0.6 ? 0.32 : 0.75) * random.range(0.45, 1)),
      sway: random.range(0.005, 0.018),
      rate: random.range(0.7, 1.7),
      phase: random.range(0, 6.3),
    };
  });
  const span = aspect + 0.2;
  return {
    draw: (frame: Frame, seconds) => {
      for (const flake of flakes) {
        const y = ((flake.y + seconds * flake.fall) % 1.1) - 0.05;
        const drift =
          flake.x +
          0.1 +
          seconds * look.gust * (0.5 + flake.near) +
          Math.sin(seconds * flake.rate + flake.phase) * flake.sway;
        const x = (((drift % span) + span) % span) - 0.1;
        addGlow(frame, x * height, y * height, flake.radius, flake.color);
      }
    },
  };
}
