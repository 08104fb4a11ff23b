// Rain in three distances: near drops are long, fast and faint; far ones are a fine texture.
import type { Frame } from '../canvas/frame.ts';
import { addGlow, addStreak } from '../canvas/light.ts';
import { scale, type Rgb } from '../color.ts';
import type { Stage } from '../scenes/scene.ts';

export interface Weather {
  draw(frame: Frame, seconds: number): void;
}

export interface RainLook {
  readonly color: Rgb;
  /** Drops for a wide picture. */
  readonly count: number;
  /** Sideways over downwards. */
  readonly slant: number;
  /** From here down drops splash on the ground; above 1 for none. */
  readonly ground: number;
}

export function createRain({ random, aspect, height }: Stage, look: RainLook): Weather {
  const drops = Array.from({ length: Math.round(look.count * aspect * 0.56) }, () => {
    const near = random.next() ** 2.2;
    return {
      x: random.range(-0.25, aspect + 0.25),
      phase: random.next(),
      length: 0.028 + near * 0.13,
      rate: 0.95 + near * 1.7,
      halfWidth: (0.0007 + near * 0.0012) * height,
      color: scale(look.color, (0.16 + 0.3 * near) * random.range(0.5, 1.2)),
    };
  });
  const splashes = Array.from({ length: look.ground < 1 ? Math.round(60 * aspect) : 0 }, () => ({
    x: random.range(0, aspect),
    y: look.ground + (1 - look.ground) * random.next() ** 0.7,
    phase: random.next(),
    rate: random.range(1.6, 2.8),
  }));
  return {
    draw: (frame, seconds) => {
      for (const drop of drops) {
        const fall = (drop.phase + seconds * drop.rate) % 1;
        const round = Math.floor(drop.phase + seconds * drop.rate);
        const x = drop.x + ((round * 0.37) % 0.2) + look.slant * fall;
        const y = fall * 1.35 - 0.25;
        addStreak(
          frame,
          x * height,
          y * height,
          (x + look.slant * drop.length) * height,
          (y + drop.length) * height,
          drop.halfWidth,
          drop.color,
        );
      }
      for (const splash of splashes) {
        const t = (splash.phase + seconds * splash.rate) % 1;
        if (t > 0.4) continue;
        const round = Math.floor(splash.phase + seconds * splash.rate);
        const x = (splash.x + round * 0.317 * aspect) % aspect;
        const near = (splash.y - look.ground) / (1 - look.ground);
        const size = (0.003 + 0.007 * near) * (0.5 + t * 2) * height;
        addGlow(
          frame,
          x * height,
          splash.y * height,
          size,
          scale(look.color, 0.55 * (1 - t * 2.5)),
        );
      }
    },
  };
}
