// Whether there is room in the library for what an archive brings, and what of it is here already. Asks; changes nothing.
import { AppError } from '#shared/errors.ts';
import type { Database } from '../../database/database.ts';
import { readDiskSpace } from '../../library/disk-space.ts';
import type { Manifest } from '../format/manifest.ts';
import { sizeLabel } from '../../size-label.ts';

export interface RoomPlace {
  readonly db: Database;
  readonly paths: { readonly library: string };
}

export interface Room {
  readonly neededBytes: number;
  readonly freeBytes: number;
}

const spareBytes = 16 * 1024 * 1024;

/** SHA-256 of everything that rows of the library name. */
export function knownContent(db: Database): ReadonlySet<string> {
  return new Set(
    db
      .all<{ readonly sha256: string }>('select sha256 from output union select sha256 from asset')
      .map(({ sha256 }) => sha256),
  );
}

/** Asks for room for everything, as if nothing were here: what is here already is found only when it is looked for. */
export async function measureRoom(
  { db, paths }: RoomPlace,
  { files }: Manifest,
  known = knownContent(db),
): Promise<Room> {
  let needed = spareBytes;
  for (const { type, size, sha256 } of files) {
    if (type === 'data')
      needed += 4 * size; // aside, in rows, in the index, in the log
    else if ((type === 'video' || type === 'asset') && known.has(sha256)) continue;
    else if (type === 'video' || type === 'asset' || type === 'poster') needed += size;
  }
  const { freeBytes } = await readDiskSpace(paths.library);
  return { neededBytes: needed, freeBytes };
}

export const isEnough = ({ neededBytes, freeBytes }: Room): boolean => freeBytes >= neededBytes;

export async function checkRoom(place: RoomPlace, manifest: Manifest): Promise<void> {
  const room = await measureRoom(place, manifest);
  if (isEnough(room)) return;
  const { neededBytes: needed, freeBytes } = room;
  throw new AppError(
    'disk-full',
    `The disk is full: ${sizeLabel(needed)} needed, ${sizeLabel(freeBytes)} free. Make room and import again.`,
    { details: { neededBytes: needed, freeBytes } },
  );
}
