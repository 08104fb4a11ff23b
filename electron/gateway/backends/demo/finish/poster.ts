// A still of the clip as JPEG, made from the same planes that the encoder gets.
import sharp from 'sharp';
import type { Planes } from './develop.ts';

export async function encodePoster(planes: Planes): Promise<Uint8Array> {
  const { width, height } = planes;
  const jpeg = await sharp(toRgb(planes), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 86, chromaSubsampling: '4:2:0', mozjpeg: false })
    .toBuffer();
  return new Uint8Array(jpeg);
}

/** BT.709, limited range, to display values. */
export function toRgb({ width, height, data }: Planes): Uint8Array {
  const rgb = new Uint8Array(width * height * 3);
  const chromaWidth = width >> 1;
  const uPlane = width * height;
  const vPlane = uPlane + chromaWidth * (height >> 1);
  const byte = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value + 0.5);
  for (let row = 0, o = 0; row < height; row++) {
    for (let px = 0; px < width; px++, o += 3) {
      const luma = ((data[row * width + px] as number) - 16) * 1.16438;
      const chroma = (row >> 1) * chromaWidth + (px >> 1);
      const u = (data[uPlane + chroma] as number) - 128;
      const v = (data[vPlane + chroma] as number) - 128;
      rgb[o] = byte(luma + 1.79274 * v);
      rgb[o + 1] = byte(luma - 0.21325 * u - 0.53291 * v);
      rgb[o + 2] = byte(luma + 2.1124 * u);
    }
  }
  return rgb;
}
