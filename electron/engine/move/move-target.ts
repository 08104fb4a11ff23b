// Whether a folder may take in the library: nothing of others is ever mixed with ours, and a copy that was cut off goes on.
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { writeDurably } from '../library/durable-file.ts';
import {
  listOwn,
  makeChosenFolder,
  realPlace,
  refuseDangerous,
  refuseDrive,
} from '../library/library-folder.ts';
import { arrivingName, markerName } from '../library/library-paths.ts';

const arrivingSchema = z.object({ format: z.literal(1), libraryId: z.string() });

export interface MoveEnds {
  readonly from: string;
  readonly to: string;
  readonly home: string;
  readonly libraryId: string;
}

/** Throws `library-not-ours` with what to do, or marks the folder as one that a library is arriving in. */
export async function claimTarget({ from, to, home, libraryId }: MoveEnds): Promise<void> {
  refuseDangerous(to, home);
  refuseDrive(to);
  if (realPlace(to) === realPlace(from)) {
    throw new AppError('library-not-ours', 'The library is in this folder already.');
  }
  if (isWithin(to, from) || isWithin(from, to)) {
    throw new AppError(
      'library-not-ours',
      'Choose a folder that is neither inside the library nor around it.',
    );
  }
  if (existsSync(join(to, markerName))) {
    throw new AppError(
      'library-not-ours',
      'Another library is in this folder. Choose an empty folder.',
    );
  }
  if (isArriving(to, libraryId)) return;
  if (listOwn(to).length > 0) {
    throw new AppError(
      'library-not-ours',
      'This folder holds other files. Choose an empty folder.',
    );
  }
  makeChosenFolder(to);
  writeDurably(join(to, arrivingName), `${JSON.stringify({ format: 1, libraryId })}\n`);
}

/** Whether a copy of this library was begun there. */
export function isArriving(to: string, libraryId: string): boolean {
  try {
    const text = readFileSync(join(to, arrivingName), 'utf8');
    return arrivingSchema.parse(JSON.parse(text)).libraryId === libraryId;
  } catch {
    return false; // none, or not ours
  }
}

/** By their real places, so that a link leads nobody astray. */
function isWithin(inner: string, outer: string): boolean {
  const path = relative(realPlace(outer), realPlace(inner));
  return path !== '' && !isAbsolute(path) && path !== '..' && !path.startsWith(`..${sep}`);
}
