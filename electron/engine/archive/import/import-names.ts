// Which names in the library a file of an archive may get, best first. The archive's own name is one of them only when the app
// itself could have given it. Pure; what is taken and what is on the disk is looked up by others.
import { clipPath } from '../../library/clip-name.ts';
import { isListable, kindOfLibraryFile } from '../../library/library-names.ts';
import { problemWithPath } from '../format/archive-path.ts';
import {
  type AssetLine,
  type GenerationLine,
  imageTypes,
  type OutputLine,
  videoTypes,
} from './import-lines.ts';

const mostNames = 20;

/** The path within the library, or `null` when it is not one that the app gives to such a file. */
function ownPath(
  archivePath: string,
  kind: 'videos' | 'posters' | 'assets',
  extension: string,
): string | null {
  const path = archivePath.replace(/^media\//, '');
  const isOurs =
    archivePath.startsWith('media/') &&
    problemWithPath(path) === null &&
    isListable(path) &&
    kindOfLibraryFile(path) === kind &&
    path.startsWith(`${kind}/`) &&
    path.endsWith(`.${extension}`);
  return isOurs ? path : null;
}

/** `[k7f3q2].mp4` becomes `[k7f3q2-2].mp4`: names of ours may be counted. */
function* counted(path: string): Generator<string> {
  yield path;
  for (let number = 2; number <= mostNames; number += 1) {
    yield path.replace(/(-\d+)?\](\.[a-z0-9]+)$/, `-${number}]$2`);
  }
}

export function* videoNames(
  output: OutputLine,
  generation: Pick<GenerationLine, 'id' | 'title' | 'prompt' | 'createdAt'>,
): Generator<string> {
  const extension = videoTypes[output.mimeType] ?? 'mp4';
  const archived = ownPath(output.file, 'videos', extension);
  if (archived !== null) yield* counted(archived);
  yield* counted(
    clipPath({
      prompt: generation.title || generation.prompt,
      generationId: generation.id,
      position: output.position,
      createdAt: new Date(generation.createdAt),
      extension,
    }),
  );
}

/** `id` is the one that the output has in the library. */
export function* posterNames(poster: string, id: string): Generator<string> {
  const archived = ownPath(poster, 'posters', 'jpg');
  if (archived !== null) yield archived;
  yield `posters/${id}.jpg`;
  for (let number = 2; number <= mostNames; number += 1)
    yield `posters/${id.slice(0, 36)}${number}.jpg`;
}

/** `sha256` is that of the file in the archive, which may be another than what the library expected. */
export function* assetNames(asset: AssetLine, sha256: string): Generator<string> {
  const extension = imageTypes[asset.mimeType] ?? 'png';
  const archived = ownPath(asset.file, 'assets', extension);
  if (archived !== null) yield archived;
  yield `assets/${sha256.slice(0, 2)}/${sha256}.${extension}`;
}
