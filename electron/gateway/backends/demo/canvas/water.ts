// Still or rippling water: mirrors what is already drawn above its edge, drawn out downwards and broken by ripples.
import type { Frame } from './frame.ts';
import { sampleTile, type NoiseTile } from '../noise-tile.ts';
import { blurColumns } from './blur.ts';
import type { Rgb } from '../color.ts';

export interface Water {
  /** Where the water starts, in pixels from the top. */
  readonly edge: number;
  readonly ripples: NoiseTile;
  readonly seconds: number;
  /** 0 is a mirror, 1 is choppy. */
  readonly choppiness: number;
  /** How many rows above the edge one row of water shows. */
  readonly stretch?: number;
  /** Colour that the mirror image is multiplied by, near the viewer. */
  readonly tint: Rgb;
  /** Light of the water itself, near the viewer. */
  readonly body?: Rgb;
  /** Blur along the height, in heights of the picture. */
  readonly smear?: number;
  /** Ripples per height; larger is finer. */
  readonly fineness?: number;
}

export function drawWater(frame: Frame, water: Water): void {
  const { width, height, data } = frame;
  const edge = Math.max(2, Math.round(water.edge));
  const rows = height - edge;
  if (rows <= 1) return;
  const { ripples, seconds, choppiness, stretch = 1.3, tint, body = [0, 0, 0] } = water;
  const fineness = water.fineness ?? 1;
  const mirror = mirrorOf(frame, edge, Math.ceil(rows * stretch) + 2);
  const mirrorRows = mirror.length / (width * 3);
  blurColumns(mirror, width, mirrorRows, 3, (water.smear ?? 0.012) * height);
  const unit = 1 / height;
  for (let row = 0; row < rows; row++) {
    const near = row * unit;
    // Perspective: the farther the row, the flatter and denser the waves.
    const far = 1 / (near + 0.035);
    const v = far * 0.55 * fineness;
    const reach = choppiness * height * (0.004 + near * 0.16);
    const lift = choppiness * height * (0.006 + near * 0.1);
    const deep = Math.min(1, near * 2.2);
    const r = 0.92 + (tint[0] - 0.92) * deep;
    const g = 0.92 + (tint[1] - 0.92) * deep;
    const b = 0.92 + (tint[2] - 0.92) * deep;
    let target = (edge + row) * width * 3;
    const uStep = unit * far * 0.11 * fineness;
    const uStart = -width * 0.5 * uStep;
    for (let px = 0; px < width; px++, target += 3) {
      const u = uStart + px * uStep;
      const wave =
        sampleTile(ripples, u + seconds * 0.031, v + seconds * 0.11) +
        sampleTile(ripples, u * 1.9 - seconds * 0.043 + 0.37, v * 1.7 + seconds * 0.16) -
        1;
      let x = px + wave * reach;
      let y = row * stretch + wave * lift;
      if (x < 0) x = -x;
      if (x > width - 1) x = 2 * (width - 1) - x;
      if (y < 0) y = -y;
      if (y > mirrorRows - 2) y = mirrorRows - 2;
      const yFloor = y | 0;
      const f = y - yFloor;
      const i = (yFloor * width + (x | 0)) * 3;
      const j = i + width * 3;
      const crest = 1 + wave * choppiness * 0.9;
      const keep = 1 - f;
      data[target] =
        ((mirror[i] as number) * keep + (mirror[j] as number) * f) * r * crest + body[0] * deep;
      data[target + 1] =
        ((mirror[i + 1] as number) * keep + (mirror[j + 1] as number) * f) * g * crest +
        body[1] * deep;
      data[target + 2] =
        ((mirror[i + 2] as number) * keep + (mirror[j + 2] as number) * f) * b * crest +
        body[2] * deep;
    }
  }
}

/** The rows above the edge, upside down; the topmost row repeats where there are not enough. */
function mirrorOf(frame: Frame, edge: number, rows: number): Float32Array {
  const stride = frame.width * 3;
  const mirror = new Float32Array(rows * stride);
  for (let row = 0; row < rows; row++) {
    const source = Math.max(0, edge - 1 - row) * stride;
    mirror.set(frame.data.subarray(source, source + stride), row * stride);
  }
  return mirror;
}
