// Takes the files that the user gave into the library, one after the other. One that cannot be taken is named with its reason and the
// rest goes on; only a cancellation stops, and what was taken until then stays.
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Refusal, TakenFiles } from '#shared/contract/own-files.ts';
import type { GenerationId } from '#shared/domain/ids.ts';
import { toAppError } from '#shared/errors.ts';
import { sniffImage } from '../library/image-type.ts';
import { importAsset } from '../library/import-asset.ts';
import { openFolders } from './media-in-folders.ts';
import type { PutBackDeps, PutBackOptions } from './put-back.ts';
import { takeVideo } from './take-video.ts';
import { headBytes, sniffVideo } from './video-type.ts';

const mostVideoBytes = 64 * 1024 * 1024 * 1024;

export interface TakeFilesDeps extends PutBackDeps {
  /** Something new can be seen. */
  readonly changed: () => void;
}

type Taken =
  | { readonly kind: 'added'; readonly id: GenerationId }
  | { readonly kind: 'image' | 'known' | 'brought-back' }
  | { readonly kind: 'refused'; readonly reason: Refusal };

export async function takeFiles(
  deps: TakeFilesDeps,
  given: readonly string[],
  { progress, signal }: PutBackOptions,
): Promise<TakenFiles> {
  const files = await openFolders(given, { library: deps.paths.library, signal });
  const sizes: (number | null)[] = [];
  for (const { path } of files) sizes.push(await sizeOf(path));
  progress.phase(
    'copy',
    sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
  );
  const refused: { name: string; reason: Refusal }[] = [];
  const clips: GenerationId[] = [];
  const counts = { image: 0, known: 0, 'brought-back': 0 };
  for (const [index, { path, isEmptyFolder }] of files.entries()) {
    signal.throwIfAborted();
    const taken: Taken = isEmptyFolder
      ? { kind: 'refused', reason: 'no-media' }
      : await takeOne(deps, { path, sizeBytes: sizes[index] ?? null }, { progress, signal });
    if (taken.kind === 'refused') refused.push({ name: basename(path), reason: taken.reason });
    else if (taken.kind === 'added') clips.push(taken.id);
    else counts[taken.kind] += 1;
    if (taken.kind !== 'refused' && taken.kind !== 'known') deps.changed();
  }
  return {
    videos: clips.length,
    images: counts.image,
    known: counts.known,
    broughtBack: counts['brought-back'],
    refused,
    clips,
  };
}

/** `null` for what is no plain file. */
async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? found.size : null;
}

async function takeOne(
  deps: PutBackDeps,
  { path, sizeBytes }: { readonly path: string; readonly sizeBytes: number | null },
  options: PutBackOptions,
): Promise<Taken> {
  if (sizeBytes === null) return { kind: 'refused', reason: 'missing' };
  try {
    const head = await readHead(path);
    if (sniffImage(head)) return await takeImage(deps, path, sizeBytes, options);
    const type = sniffVideo(head);
    if (!type) return { kind: 'refused', reason: 'unsupported' };
    if (sizeBytes > mostVideoBytes) return { kind: 'refused', reason: 'too-large' };
    return await takeVideo(deps, { path, name: basename(path), sizeBytes, type }, options);
  } catch (thrown) {
    options.signal.throwIfAborted();
    return { kind: 'refused', reason: reasonOf(toAppError(thrown).code) };
  }
}

async function takeImage(
  deps: PutBackDeps,
  path: string,
  sizeBytes: number,
  { progress }: PutBackOptions,
): Promise<Taken> {
  const before = deps.db.get<{ readonly last: number | null }>(
    'select max(sequence) as last from asset',
  );
  const { sequence } = await importAsset(deps, path);
  progress.add(sizeBytes);
  return { kind: sequence > (before?.last ?? 0) ? 'image' : 'known' };
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await file.read(head, 0, headBytes, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function reasonOf(code: string): Refusal {
  switch (code) {
    case 'disk-full':
    case 'disk-read-only':
      return 'disk-full';
    case 'asset-too-large':
      return 'too-large';
    case 'asset-unsupported':
      return 'unsupported';
    case 'asset-unreadable':
    case 'size-mismatch':
      return 'damaged';
    case 'file-missing':
      return 'missing';
    default:
      return 'unreadable';
  }
}
