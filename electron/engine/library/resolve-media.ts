// Where the bytes behind an id are, for the host alone. Looks whether they are there, and remembers when they are not.
import { stat } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import { requireAsset } from '../database/asset-reads.ts';
import type { Database } from '../database/database.ts';
import { setOutputMissing } from '../database/output-writes.ts';
import type { FileIds } from '../inspect/file-ids.ts';
import { libraryFile } from './library-file.ts';

export type MediaKind = 'output' | 'poster' | 'asset' | 'generation' | 'file';

export interface Media {
  readonly path: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly etag: string;
}

interface OutputFile {
  readonly id: string;
  readonly file_path: string;
  readonly poster_path: string | null;
  readonly mime_type: string;
  readonly sha256: string;
  readonly is_missing: number;
}

export interface MediaDeps {
  readonly db: Database;
  readonly library: string;
  readonly libraryChanged: (reason: 'updated') => void;
  readonly fileIds: Pick<FileIds, 'resolve'>;
  /** Of a clip that only the cloud has: where its picture is within the library. */
  readonly findCloudPoster: (id: string) => Promise<string | null>;
}

export async function resolveMedia(deps: MediaDeps, kind: MediaKind, id: string): Promise<Media> {
  if (kind === 'asset') return resolveAsset(deps, id);
  if (kind === 'file') {
    return { ...deps.fileIds.resolve(id), mimeType: 'application/octet-stream', etag: `"${id}"` };
  }
  const output = findOutput(deps.db, kind, id);
  if (!output && kind === 'poster') return resolveCloudPoster(deps, id);
  if (!output) throw new AppError('not-found', 'This clip is not in the library.');
  if (kind === 'poster') return resolvePoster(deps, output);
  const path = libraryFile(deps.library, output.file_path);
  const sizeBytes = await sizeOf(path);
  const isMissing = sizeBytes === null;
  if (isMissing !== (output.is_missing === 1)) {
    setOutputMissing(deps.db, output.id, isMissing);
    deps.libraryChanged('updated');
  }
  if (sizeBytes === null) {
    throw new AppError('file-missing', 'The file of this clip is not where it was.');
  }
  return { path, mimeType: output.mime_type, sizeBytes, etag: `"${output.sha256}"` };
}

function findOutput(
  db: Database,
  kind: Exclude<MediaKind, 'asset' | 'file'>,
  id: string,
): OutputFile | undefined {
  const columns = 'o.id, o.file_path, o.poster_path, o.mime_type, o.sha256, o.is_missing';
  return kind === 'generation'
    ? db.get<OutputFile>(
        `select ${columns} from generation g
         join output o on o.generation_sequence = g.sequence and o.position = 0 where g.id = ?`,
        id,
      )
    : db.get<OutputFile>(`select ${columns} from output o where o.id = ?`, id);
}

async function resolvePoster({ library }: MediaDeps, output: OutputFile): Promise<Media> {
  const path = output.poster_path === null ? null : libraryFile(library, output.poster_path);
  const sizeBytes = path === null ? null : await sizeOf(path);
  if (path === null || sizeBytes === null) {
    throw new AppError('file-missing', 'This clip has no poster.');
  }
  return { path, mimeType: 'image/jpeg', sizeBytes, etag: `"${output.sha256}-poster"` };
}

async function resolveCloudPoster({ library, findCloudPoster }: MediaDeps, id: string) {
  const found = await findCloudPoster(id);
  const path = found === null ? null : libraryFile(library, found);
  const sizeBytes = path === null ? null : await sizeOf(path);
  if (path === null || sizeBytes === null) {
    throw new AppError('file-missing', 'This clip has no poster.');
  }
  return { path, mimeType: 'image/jpeg', sizeBytes, etag: `"${id}-poster"` };
}

async function resolveAsset({ db, library }: MediaDeps, id: string): Promise<Media> {
  const asset = requireAsset(db, id);
  const path = libraryFile(library, asset.file_path);
  const sizeBytes = await sizeOf(path);
  if (sizeBytes === null) {
    throw new AppError('file-missing', 'The file of this image is not where it was.');
  }
  return { path, mimeType: asset.mime_type, sizeBytes, etag: `"${asset.sha256}"` };
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? found.size : null;
}
