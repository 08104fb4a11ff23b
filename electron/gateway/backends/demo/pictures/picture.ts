// Pictures that the user gives: decoded, cropped to the wished size, as light.
import sharp from 'sharp';
import { AppError } from '#shared/errors.ts';
import {
  createLayer,
  measureSpans,
  type Layer,
  type LayerBounds,
  type LayerSpace,
} from '../canvas/layer.ts';
import type { Rgb } from '../color.ts';

/** 8 bit display values, three a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** More pixels than this are refused: 100 megapixels. */
const maxPixels = 100_000_000;

/** Fills the size, cropping from the middle. Throws AppError asset-unreadable. */
export async function decodePicture(
  bytes: Uint8Array,
  width: number,
  height: number,
): Promise<Picture> {
  try {
    const data = await sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels })
      .rotate()
      .flatten({ background: '#000000' })
      .resize(width, height, { fit: 'cover' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer();
    return { width, height, data: new Uint8Array(data) };
  } catch (cause) {
    throw new AppError('asset-unreadable', 'This picture cannot be read.', { cause });
  }
}

/** Width over height as it is meant to be seen. Throws AppError asset-unreadable. */
export async function pictureAspect(bytes: Uint8Array): Promise<number> {
  try {
    const {
      width,
      height,
      orientation = 1,
    } = await sharp(bytes, {
      limitInputPixels: maxPixels,
    }).metadata();
    return orientation >= 5 ? height / width : width / height;
  } catch (cause) {
    throw new AppError('asset-unreadable', 'This picture cannot be read.', { cause });
  }
}

/** An opaque layer. `lightOf` has 256 entries: the light for a display value. */
export function pictureLayer(
  space: LayerSpace,
  bounds: LayerBounds,
  picture: Picture,
  lightOf: Float32Array,
): Layer {
  const layer = createLayer(space, bounds);
  const { width, height, data } = layer;
  for (let row = 0; row < height; row++) {
    const sourceRow = Math.min(
      picture.height - 1,
      Math.floor(((row + 0.5) / height) * picture.height),
    );
    for (let column = 0; column < width; column++) {
      const sourceColumn = Math.min(
        picture.width - 1,
        Math.floor(((column + 0.5) / width) * picture.width),
      );
      const s = (sourceRow * picture.width + sourceColumn) * 3;
      const t = (row * width + column) * 4;
      for (let k = 0; k < 3; k++) data[t + k] = lightOf[picture.data[s + k] as number] as number;
      data[t + 3] = 1;
    }
  }
  measureSpans(layer);
  return layer;
}

export function plainLight(): Float32Array {
  return Float32Array.from({ length: 256 }, (_, value) => (value / 255) ** 2.2);
}

export function averageLight(picture: Picture): Rgb {
  const light = plainLight();
  const sum: [number, number, number] = [0, 0, 0];
  const { data } = picture;
  for (let i = 0; i + 2 < data.length; i += 3) {
    sum[0] += light[data[i] as number] as number;
    sum[1] += light[data[i + 1] as number] as number;
    sum[2] += light[data[i + 2] as number] as number;
  }
  const share = 3 / data.length;
  return [sum[0] * share, sum[1] * share, sum[2] * share];
}
