// Takes one video of the user into the library: copied first, then looked at as a copy, so that what was checked is what is kept.
// A content that is here already is not kept twice.
import { rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { GenerationId } from '#shared/domain/ids.ts';
import { generationIdSchema } from '#shared/domain/ids.ts';
import type { Refusal } from '#shared/contract/own-files.ts';
import { createPlaces } from '../archive/import/import-places.ts';
import { findClipByContent, insertOwnClip } from '../database/own-clip-writes.ts';
import { clipPath } from '../library/clip-name.ts';
import { requireSpace } from '../library/disk-space.ts';
import { freePath, isTaken } from '../library/free-path.ts';
import { libraryFile } from '../library/library-file.ts';
import { placeFile } from '../library/place-file.ts';
import { copyFile } from './copy-file.ts';
import { putBack, type PutBackDeps, type PutBackOptions } from './put-back.ts';
import { readVideo, type VideoFacts } from './read-video.ts';
import type { VideoType } from './video-type.ts';

/** Room that is left alone, so that the database can still write. */
const marginBytes = 16 * 1024 * 1024;
const longestTitle = 200;

export interface OwnVideo {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly type: VideoType;
}

export type TakenVideo =
  | { readonly kind: 'added'; readonly id: GenerationId }
  | { readonly kind: 'known' }
  | { readonly kind: 'brought-back' }
  | { readonly kind: 'refused'; readonly reason: Refusal };

/** Throws `disk-full` and what the disk reports. */
export async function takeVideo(
  deps: PutBackDeps,
  video: OwnVideo,
  { progress, signal }: PutBackOptions,
): Promise<TakenVideo> {
  const { paths, ids } = deps;
  await requireSpace(paths.library, video.sizeBytes + marginBytes);
  const id = generationIdSchema.parse(ids.make());
  const part = join(paths.incoming, `${id}-0.part`);
  const onBytes = (bytes: number) => progress.add(bytes);
  const { sizeBytes } = video;
  const sha256 = await copyFile(video.path, part, { sizeBytes, signal, onBytes });
  try {
    const known = await takeKnown(deps, sha256, part);
    if (known) return known;
    const facts = await readVideo(part, signal);
    if (typeof facts === 'string') return { kind: 'refused', reason: facts };
    await keep(deps, video, { id, part, sha256, facts });
    return { kind: 'added', id };
  } finally {
    await rm(part, { force: true });
  }
}

async function takeKnown(
  deps: PutBackDeps,
  sha256: string,
  part: string,
): Promise<TakenVideo | null> {
  const known = findClipByContent(deps.db, sha256);
  if (!known) return null;
  if (await isTaken(libraryFile(deps.paths.library, known.filePath))) return { kind: 'known' };
  await putBack(deps, known, part);
  return { kind: 'brought-back' };
}

interface Copied {
  readonly id: GenerationId;
  readonly part: string;
  readonly sha256: string;
  readonly facts: VideoFacts;
}

async function keep(
  { db, paths, clock, ids }: PutBackDeps,
  video: OwnVideo,
  { id, part, sha256, facts }: Copied,
): Promise<void> {
  const atMs = clock.now();
  const title = titleOf(video.name);
  const filePath = await freePath(
    paths.library,
    clipPath({
      prompt: title,
      generationId: id,
      position: 0,
      createdAt: new Date(atMs),
      extension: video.type.extension,
    }),
  );
  const places = createPlaces(paths.incoming, 'own-files-places.part');
  places.note([{ path: filePath, sizeBytes: video.sizeBytes }]);
  await placeFile(part, libraryFile(paths.library, filePath));
  try {
    insertOwnClip(db, {
      id,
      title,
      originalName: video.name,
      atMs,
      output: {
        ...facts,
        id: ids.make(),
        filePath,
        posterPath: null,
        mimeType: video.type.mimeType,
        sha256,
        sizeBytes: video.sizeBytes,
      },
    });
  } catch (thrown) {
    await rename(libraryFile(paths.library, filePath), part); // removed by the caller
    throw thrown;
  }
  places.clear();
}

/** The name of the file without its ending. */
function titleOf(name: string): string {
  const title = name.slice(0, name.length - extname(name).length).trim();
  const cut = (title === '' ? name : title).toWellFormed().slice(0, longestTitle);
  return cut.replace(/[\u{D800}-\u{DBFF}]$/u, ''); // half of a pair
}
