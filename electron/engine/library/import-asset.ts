// Takes a picture that the user chose into the library: looked at by its bytes, decoded whole, kept once per content.
import { createHash } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import { type AssetRow, findAssetBySha256 } from '../database/asset-reads.ts';
import { insertAsset } from '../database/asset-writes.ts';
import type { Database } from '../database/database.ts';
import type { Ids } from '../ids.ts';
import { sniffImage } from './image-type.ts';
import type { LibraryPaths } from './library-paths.ts';
import { holdsContent, makeIncoming, placeFile } from './place-file.ts';

const maxBytes = 50 * 1024 * 1024;
const maxPixels = 100_000_000;

export interface ImportDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly paths: LibraryPaths & { readonly library: string };
}

/** Throws `file-missing`, `asset-too-large`, `asset-unsupported` or `asset-unreadable`. */
export async function importAsset(deps: ImportDeps, path: string): Promise<AssetRow> {
  return keepImage(deps, { bytes: await readWhole(path), name: basename(path) });
}

export interface NewImage {
  readonly bytes: Buffer;
  /** For people; the file in the library is named by its content. */
  readonly name: string;
}

/** Throws `asset-too-large`, `asset-unsupported` or `asset-unreadable`. */
export async function keepImage(deps: ImportDeps, { bytes, name }: NewImage): Promise<AssetRow> {
  const { db, clock, ids, paths } = deps;
  requireSize(bytes.length);
  const type = sniffImage(bytes);
  if (!type) {
    throw new AppError('asset-unsupported', 'This file is not a JPEG, PNG or WebP image.');
  }
  const { width, height } = await decode(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = findAssetBySha256(db, sha256);
  const filePath = known?.file_path ?? `assets/${sha256.slice(0, 2)}/${sha256}.${type.extension}`;
  const file = join(paths.library, filePath);
  if (!(await holdsContent(file, bytes.length, sha256))) {
    await keep(bytes, join(paths.incoming, `${ids.make()}-0.part`), file, paths.incoming);
  }
  if (!known) {
    insertAsset(db, {
      id: ids.make(),
      sha256,
      mimeType: type.mimeType,
      sizeBytes: bytes.length,
      width,
      height,
      originalName: name.slice(0, 255),
      filePath,
      atMs: clock.now(),
    });
  }
  const row = findAssetBySha256(db, sha256);
  if (!row) throw new AppError('internal', 'The image was not kept');
  return row;
}

function requireSize(sizeBytes: number): void {
  if (sizeBytes <= maxBytes) return;
  throw new AppError('asset-too-large', 'This image is larger than 50 MB.', {
    details: { sizeBytes, maxBytes },
  });
}

async function readWhole(path: string): Promise<Buffer> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError('file-missing', 'The image is not there any more.');
  requireSize(found.size);
  const file = await open(path, 'r');
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Decodes every pixel, so that a file that was cut off is found now and not in the cloud. */
async function decode(bytes: Buffer): Promise<{ width: number; height: number }> {
  const { default: sharp } = await import('sharp'); // 30 ms to load, and most starts never need it
  try {
    const image = sharp(bytes, { failOn: 'truncated', limitInputPixels: maxPixels });
    const { autoOrient } = await image.metadata();
    await image.stats();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch (thrown) {
    const isLarge = thrown instanceof Error && thrown.message.includes('pixel limit');
    throw isLarge
      ? new AppError('asset-too-large', 'This image has more than 100 million pixels.')
      : new AppError('asset-unreadable', 'This image is damaged or cut off.', { cause: thrown });
  }
}

async function keep(bytes: Buffer, part: string, to: string, incoming: string): Promise<void> {
  await makeIncoming(incoming);
  const file = await open(part, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  } finally {
    await file.close();
  }
  await placeFile(part, to);
}
