// A loose flock of birds crossing the sky, wings beating.
import type { Frame } from '../canvas/frame.ts';
import { project, type CameraView } from '../camera.ts';
import type { Rgb } from '../color.ts';
import type { Stage } from './scene.ts';

export interface Birds {
  draw(frame: Frame, camera: CameraView, seconds: number): void;
}

export function createBirds(stage: Stage, color: Rgb, altitude: number): Birds {
  const { random, aspect, height, unit } = stage;
  const direction = random.sign();
  const startX =
    direction > 0 ? aspect * random.range(0.1, 0.35) : aspect * random.range(0.65, 0.9);
  const startY = altitude * random.range(0.55, 1);
  const birds = Array.from({ length: random.whole(7, 13) }, (_, i) => {
    const rank = Math.ceil(i / 2) * (i % 2 === 0 ? 1 : -1);
    return {
      x: startX - direction * Math.abs(rank) * 0.034 * unit + random.range(-0.008, 0.008),
      y: startY + rank * 0.013 * unit + random.range(-0.006, 0.006),
      span: random.range(0.011, 0.015) * unit,
      rate: random.range(6, 8),
      phase: random.range(0, 6.3),
    };
  });
  return {
    draw: (frame, camera, seconds) => {
      for (const bird of birds) {
        const at = project(
          camera,
          0.3,
          bird.x + direction * seconds * 0.028,
          bird.y - seconds * 0.003 + Math.sin(seconds * 1.1 + bird.phase) * 0.003,
        );
        const beat = Math.sin(seconds * bird.rate + bird.phase);
        drawBird(frame, at.x * height, at.y * height, bird.span * height, beat, color);
      }
    },
  };
}

/** Two wings from the body outwards, thin at the tips. */
function drawBird(
  frame: Frame,
  x: number,
  y: number,
  span: number,
  beat: number,
  color: Rgb,
): void {
  const { width, height, data } = frame;
  const left = Math.max(0, Math.floor(x - span));
  const right = Math.min(width - 1, Math.ceil(x + span));
  for (let px = left; px <= right; px++) {
    const out = Math.abs(px - x) / span;
    if (out > 1) continue;
    const middle =
      y - span * (0.55 * beat + 0.15) * Math.sin(out * 2.2) * 0.62 + span * 0.3 * out * out;
    const half = Math.max(0.55, span * 0.11 * (1 - out) + 0.25);
    for (
      let py = Math.max(0, Math.floor(middle - half - 1));
      py <= Math.min(height - 1, middle + half + 1);
      py++
    ) {
      const cover = Math.min(1, Math.max(0, half + 0.5 - Math.abs(py - middle)));
      const i = (py * width + px) * 3;
      for (let k = 0; k < 3; k++) {
        const under = data[i + k] as number;
        data[i + k] = under + ((color[k] as number) - under) * cover * 0.9;
      }
    }
  }
}
