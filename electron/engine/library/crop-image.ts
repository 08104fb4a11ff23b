// A part of an image as an image of its own, in the format that it came in. Pure but for the decoding.
import { AppError } from '#shared/errors.ts';

export interface CropArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const maxPixels = 100_000_000;

/** In pixels of the image as it is shown. Throws `invalid-input` for an area that is not within it. */
export async function cropImage(bytes: Buffer, mimeType: string, area: CropArea): Promise<Buffer> {
  const { default: sharp } = await import('sharp'); // 30 ms to load, and most starts never need it
  const image = sharp(bytes, { failOn: 'truncated', limitInputPixels: maxPixels }).autoOrient();
  const { autoOrient } = await image.metadata();
  if (area.left + area.width > autoOrient.width || area.top + area.height > autoOrient.height) {
    throw new AppError('invalid-input', 'This part is not within the image.', {
      details: { field: 'width' },
    });
  }
  const part = image.extract(area).keepIccProfile();
  if (mimeType === 'image/png') return part.png().toBuffer();
  if (mimeType === 'image/webp') return part.webp({ quality: 95, smartSubsample: true }).toBuffer();
  return part.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
}
