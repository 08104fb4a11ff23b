// Puts a copy of a file in the place of a clip's missing one, when it has the same content. Never in the place of a file that is there.
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { requireGeneration } from '../database/generation-reads.ts';
import { addEvent } from '../database/generation-writes.ts';
import { setOutputMissing } from '../database/output-writes.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireSpace } from '../library/disk-space.ts';
import { isTaken } from '../library/free-path.ts';
import { libraryFile } from '../library/library-file.ts';
import { placeFile } from '../library/place-file.ts';
import type { TaskProgress } from '../tasks/task-book.ts';
import { copyFile } from './copy-file.ts';

export type PutBackDeps = Pick<EngineContext, 'db' | 'paths' | 'clock' | 'ids'>;

export interface PutBackOptions {
  readonly progress: TaskProgress;
  readonly signal: AbortSignal;
}

/** Throws `not-found`, `conflict`, `file-missing`, `hash-mismatch` or `disk-full`. */
export async function locate(
  deps: PutBackDeps,
  { id, path }: { readonly id: string; readonly path: string },
  { progress, signal }: PutBackOptions,
): Promise<number> {
  const { db, paths } = deps;
  const {
    output_id: outputId,
    file_path: filePath,
    sha256,
    size_bytes,
  } = requireGeneration(db, id);
  if (outputId === null || filePath === null || sha256 === null) {
    throw new AppError('conflict', 'This clip has no file.');
  }
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError('file-missing', 'That file is not there.');
  if (found.size !== size_bytes) throw otherFile();
  if (await isTaken(libraryFile(paths.library, filePath))) throw isThere();
  await requireSpace(paths.library, found.size);
  progress.phase('copy', found.size);
  const part = join(paths.incoming, `${deps.ids.make()}-0.part`);
  const onBytes = (bytes: number) => progress.add(bytes);
  const copied = await copyFile(path, part, { sizeBytes: found.size, signal, onBytes });
  if (copied !== sha256) {
    await rm(part, { force: true });
    throw otherFile();
  }
  await putBack(deps, { outputId, generationId: id, filePath }, part);
  return found.size;
}

/** `part` is a synced copy of the right content; it is gone afterwards, whatever happens. */
export async function putBack(
  { db, paths, clock }: PutBackDeps,
  clip: { readonly outputId: string; readonly generationId: string; readonly filePath: string },
  part: string,
): Promise<void> {
  const place = libraryFile(paths.library, clip.filePath);
  if (await isTaken(place)) {
    await rm(part, { force: true });
    throw isThere();
  }
  await placeFile(part, place);
  db.transaction(() => {
    setOutputMissing(db, clip.outputId, false);
    const { sequence, status } = requireGeneration(db, clip.generationId);
    addEvent(db, sequence, { atMs: clock.now(), type: 'located', status, note: '' });
  });
}

function otherFile(): AppError {
  return new AppError('hash-mismatch', 'That file has another content than this clip.');
}

function isThere(): AppError {
  return new AppError('conflict', 'The file of this clip is there.');
}
