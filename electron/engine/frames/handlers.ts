// Frames of clips as images of the library. What the window sends is not believed: it is looked at like any file that comes in.
import { AppError } from '#shared/errors.ts';
import { toAsset } from '../database/asset-reads.ts';
import { requireGeneration } from '../database/generation-reads.ts';
import type { EngineContext, FramesHandlers } from '../engine-context.ts';
import { nameWords } from '../library/clip-name.ts';
import { sniffImage } from '../library/image-type.ts';
import { keepImage } from '../library/import-asset.ts';

export function createFramesHandlers(context: EngineContext): FramesHandlers {
  return {
    'assets.addFrame': async ({ id, number, png }) => {
      const { title, prompt } = requireGeneration(context.db, id);
      const bytes = readPng(png);
      const words = nameWords(title.trim() === '' ? prompt : title);
      const name = [words, `frame ${number}.png`].filter((part) => part !== '').join(' ');
      const asset = toAsset(await keepImage(context, { bytes, name }));
      context.emit('library.changed', { reason: 'added' });
      return asset;
    },
  };
}

function readPng(base64: string): Buffer {
  // `Buffer.from` passes over what is not base64, which would keep something else than was sent
  const isBase64 = base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64);
  const bytes = isBase64 ? Buffer.from(base64, 'base64') : Buffer.alloc(0);
  if (sniffImage(bytes)?.mimeType !== 'image/png') {
    throw new AppError('asset-unsupported', 'This frame is not a PNG image.');
  }
  return bytes;
}
