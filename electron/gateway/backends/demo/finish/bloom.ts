// Bright parts shine over their surroundings, as in a lens. Computed on a quarter of the picture's side.
import { blur } from '../canvas/blur.ts';
import type { Frame } from '../canvas/frame.ts';

export interface Bloom {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue; to be added to the picture. */
  readonly data: Float32Array;
}

const reduction = 4;
/** Light below this does not shine. */
const threshold = 0.55;

export function createBloom(frame: Frame): Bloom {
  const width = Math.max(2, Math.ceil(frame.width / reduction));
  const height = Math.max(2, Math.ceil(frame.height / reduction));
  return { width, height, data: new Float32Array(width * height * 3) };
}

export function measureBloom(frame: Frame, bloom: Bloom, strength: number): void {
  collectBright(frame, bloom);
  const { width, height, data } = bloom;
  blur(data, width, height, 3, height * 0.008);
  const wide = data.slice();
  blur(wide, width, height, 3, height * 0.045);
  for (let i = 0; i < data.length; i++) {
    data[i] = ((data[i] as number) * 0.55 + (wide[i] as number) * 1.1) * strength;
  }
}

function collectBright(frame: Frame, bloom: Bloom): void {
  const { width, height, data } = frame;
  bloom.data.fill(0);
  // Two of the four rows and columns are enough: the blur takes the rest.
  for (let row = 0; row < bloom.height; row++) {
    for (let sub = 0; sub < reduction; sub += 2) {
      const y = Math.min(height - 1, row * reduction + sub);
      for (let column = 0; column < bloom.width; column++) {
        const target = (row * bloom.width + column) * 3;
        for (let k = 0; k < reduction; k += 2) {
          const i = (y * width + Math.min(width - 1, column * reduction + k)) * 3;
          for (let channel = 0; channel < 3; channel++) {
            const bright = (data[i + channel] as number) - threshold;
            if (bright > 0) {
              bloom.data[target + channel] =
                (bloom.data[target + channel] as number) + Math.min(bright, 6) * 0.25;
            }
          }
        }
      }
    }
  }
}
