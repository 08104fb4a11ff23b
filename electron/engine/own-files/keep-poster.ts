// The picture of a result that came without one, drawn by the window, which has the decoder. It is not believed: decoded and written
// anew here, and only where there is none.
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { writePoster } from '../jobs/poster-file.ts';
import { placeFile } from '../library/place-file.ts';
import { createPlaces } from '../archive/import/import-places.ts';

const mostPixels = 4_000_000;
const widest = 640;

export async function keepPoster(
  { db, paths }: Pick<EngineContext, 'db' | 'paths'>,
  { outputId, jpeg }: { readonly outputId: string; readonly jpeg: string },
): Promise<boolean> {
  const isWanted = () =>
    db.get('select 1 from output where id = ? and poster_path is null', outputId) !== undefined;
  if (!isWanted()) return false;
  const bytes = await drawAnew(Buffer.from(jpeg, 'base64'));
  const part = join(paths.incoming, `${outputId}-poster.part`);
  await writePoster(part, bytes);
  const path = `posters/${outputId}.jpg`;
  const places = createPlaces(paths.incoming, 'poster-places.part');
  places.note([{ path, sizeBytes: bytes.length }]);
  await placeFile(part, join(paths.library, path));
  db.run('update output set poster_path = ? where id = ?', path, outputId);
  places.clear();
  return true;
}

async function drawAnew(sent: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp'); // 30 ms to load, and most starts never need it
  try {
    if (sent[0] !== 0xff || sent[1] !== 0xd8) throw new Error('no JPEG');
    return await sharp(sent, { failOn: 'truncated', limitInputPixels: mostPixels })
      .resize({ width: widest, withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch (thrown) {
    throw new AppError('asset-unreadable', 'This picture cannot be read.', { cause: thrown });
  }
}
