// Copies clips to a place that the user chose: streamed into a part file beside it, compared with what the library knows of the content,
// and only then given a name that no file there has.
import { link, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { SavedFiles } from '#shared/contract/files-out.ts';
import { AppError } from '#shared/errors.ts';
import { copyPartName, forgetExport, noteExport } from '../archive/export/unfinished-exports.ts';
import { requireGeneration } from '../database/generation-reads.ts';
import type { EngineContext } from '../engine-context.ts';
import { requireSpace } from '../library/disk-space.ts';
import { syncFolder } from '../library/durable-file.ts';
import { freePath } from '../library/free-path.ts';
import { libraryFile } from '../library/library-file.ts';
import { copyFile } from '../own-files/copy-file.ts';
import type { PutBackOptions } from '../own-files/put-back.ts';

export type SaveElsewhereDeps = Pick<EngineContext, 'db' | 'paths' | 'ids'>;

interface Source {
  readonly file: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Returns what was saved and the name of the last copy. Throws `conflict` for a place within the library, `disk-full`. */
export async function saveElsewhere(
  deps: SaveElsewhereDeps,
  { ids, target }: { readonly ids: readonly string[]; readonly target: string },
  { progress, signal }: PutBackOptions,
): Promise<SavedFiles & { readonly lastName: string }> {
  const sources = ids.map((id) => sourceOf(deps, id)).filter((source) => source !== null);
  const isFolder = await stat(target).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const folder = isFolder ? target : dirname(target);
  refuseLibrary(deps.paths.library, folder);
  const totalBytes = sources.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  await requireSpace(folder, totalBytes);
  progress.phase('copy', totalBytes);
  const part = join(folder, copyPartName(deps.ids.make()));
  noteExport(deps.db, part);
  try {
    return await saveAll(
      sources,
      { folder, part, wanted: isFolder ? null : basename(target) },
      {
        progress,
        signal,
      },
    );
  } finally {
    forgetExport(deps.db, part);
  }
}

interface Place {
  readonly folder: string;
  /** Where each copy is before it has its name. */
  readonly part: string;
  /** The name that was chosen, where it is one. */
  readonly wanted: string | null;
}

async function saveAll(
  sources: readonly Source[],
  place: Place,
  { progress, signal }: PutBackOptions,
): Promise<SavedFiles & { readonly lastName: string }> {
  const left: SavedFiles['left'] = [];
  const saved = { count: 0, bytes: 0, lastName: '' };
  for (const source of sources) {
    signal.throwIfAborted();
    const name = basename(source.file);
    const wanted = sources.length > 1 ? name : (place.wanted ?? name);
    const answer = await saveOne(source, { ...place, wanted }, { progress, signal });
    if (answer.kind === 'left') left.push({ name, reason: answer.reason });
    else {
      saved.count += 1;
      saved.bytes += source.sizeBytes;
      saved.lastName = answer.name;
    }
  }
  return { ...saved, left };
}

function sourceOf({ db, paths }: SaveElsewhereDeps, id: string): Source | null {
  const { file_path: filePath, sha256, size_bytes: sizeBytes } = requireGeneration(db, id);
  if (filePath === null || sha256 === null || sizeBytes === null) return null;
  return { file: libraryFile(paths.library, filePath), sha256, sizeBytes };
}

/** A copy there would be a file that nobody lists. */
function refuseLibrary(library: string, folder: string): void {
  const inside = relative(resolve(library), resolve(folder));
  if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside) return;
  throw new AppError('conflict', 'Choose a folder outside of the library.');
}

type Saved =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'left'; readonly reason: 'missing' | 'changed' };

async function saveOne(
  { file, sha256, sizeBytes }: Source,
  { folder, part, wanted }: Place & { readonly wanted: string },
  { progress, signal }: PutBackOptions,
): Promise<Saved> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return { kind: 'left', reason: 'missing' };
  if (found.size !== sizeBytes) return { kind: 'left', reason: 'changed' };
  const onBytes = (bytes: number) => progress.add(bytes);
  const copied = await copyFile(file, part, { sizeBytes, signal, onBytes });
  if (copied !== sha256) {
    await rm(part, { force: true });
    return { kind: 'left', reason: 'changed' };
  }
  try {
    return { kind: 'saved', name: await giveName(part, { folder, wanted }) };
  } finally {
    await rm(part, { force: true });
    await syncFolder(folder);
  }
}

/** A link fails where a name is taken in the meantime, a rename would replace it. Some drives have no links. */
async function giveName(
  part: string,
  { folder, wanted }: { readonly folder: string; readonly wanted: string },
): Promise<string> {
  for (;;) {
    const name = await freePath(folder, wanted);
    try {
      await link(part, join(folder, name));
      return name;
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
      if (code === 'EEXIST') continue;
      await rename(part, join(folder, name));
      return name;
    }
  }
}
