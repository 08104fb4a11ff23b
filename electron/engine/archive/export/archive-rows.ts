// What an archive is made from, read out of a snapshot: media files, lines of data, clips of the gallery.
import type { EntityDefinition } from '../format/entity.ts';
import type { MediaRow } from './export-plan.ts';
import type { GalleryClip } from './gallery.ts';
import type { Snapshot } from './snapshot.ts';

/** Outputs, posters and assets, each in the order of creation. */
export function* mediaRows(snapshot: Snapshot): Generator<MediaRow> {
  yield* snapshot.rows<MediaRow>(
    `select 'video' as type, id, file_path as filePath, size_bytes as sizeBytes, sha256, saved_at as createdAt
     from output order by generation_sequence, position`,
  );
  yield* snapshot.rows<MediaRow>(
    `select 'asset' as type, id, file_path as filePath, size_bytes as sizeBytes, sha256, created_at as createdAt
     from asset order by sequence`,
  );
  yield* snapshot.rows<MediaRow>(
    `select 'poster' as type, id, poster_path as filePath, null as sizeBytes, null as sha256, saved_at as createdAt
     from output where poster_path is not null order by generation_sequence, position`,
  );
}

interface ClipRow extends Omit<GalleryClip, 'video' | 'poster' | 'parameters'> {
  readonly parameters: string;
  readonly filePath: string;
  readonly posterPath: string | null;
}

export function clipCount(snapshot: Snapshot): number {
  return snapshot.get<{ count: number }>('select count(*) as count from output')?.count ?? 0;
}

/** Newest first. `has` tells whether a file is in the archive. */
export function* galleryClips(
  snapshot: Snapshot,
  has: (archivePath: string) => boolean,
): Generator<GalleryClip> {
  const rows = snapshot.rows<ClipRow>(
    `select g.title, g.prompt, g.model_name as modelName, g.created_at as createdAt, g.parameters,
       o.file_path as filePath, o.poster_path as posterPath, o.width, o.height,
       o.duration_ms as durationMs, o.size_bytes as sizeBytes
     from output o join generation g on g.sequence = o.generation_sequence
     order by o.generation_sequence desc, o.position`,
  );
  const present = (path: string | null) =>
    path !== null && has(`media/${path}`) ? `media/${path}` : null;
  for (const { filePath, posterPath, parameters, ...row } of rows) {
    yield {
      ...row,
      parameters: JSON.parse(parameters) as GalleryClip['parameters'],
      video: present(filePath),
      poster: present(posterPath),
    };
  }
}

export function rowCount(snapshot: Snapshot, entities: readonly EntityDefinition[]): number {
  return entities.reduce(
    (sum, { table }) =>
      sum + (snapshot.get<{ count: number }>(`select count(*) as count from ${table}`)?.count ?? 0),
    0,
  );
}

const chunkLength = 1 << 16;

/** Joins lines into blocks of about 64 KB. */
export function* inBlocks(lines: Iterable<string>): Generator<string> {
  let block = '';
  for (const line of lines) {
    block += line;
    if (block.length >= chunkLength) {
      yield block;
      block = '';
    }
  }
  if (block !== '') yield block;
}
