// For people and programs that look at single files: what is known of a clip beside its video, as JSON, and of all clips in one table.
// Nothing that data/ does not say as well; an import does not read it.
import { csvCell } from '#shared/domain/csv-cell.ts';
import type { Verdict, VerdictReason } from '#shared/domain/verdict.ts';
import { isoTime } from '../../clock.ts';
import type { Snapshot } from './snapshot.ts';

export const sidecarTable = 'clips.csv';

interface SidecarRow {
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly notes: string;
  readonly modelName: string;
  readonly parameters: string;
  readonly rating: number;
  readonly isFavourite: number;
  readonly label: string | null;
  readonly verdict: Verdict | null;
  readonly verdictReason: VerdictReason | null;
  readonly tags: string | null;
  readonly createdAt: number;
  readonly filePath: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly fps: number;
}

export interface Sidecar {
  /** Of the video, within the archive. */
  readonly videoPath: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** In the order of creation. */
export function* sidecars(snapshot: Snapshot): Generator<Sidecar> {
  const rows = snapshot.rows<SidecarRow>(
    `select g.id, g.title, g.prompt, g.notes, g.model_name as modelName, g.parameters, g.rating,
       g.is_favourite as isFavourite, g.label, g.verdict, g.verdict_reason as verdictReason, g.created_at as createdAt,
       (select json_group_array(tag.name) from generation_tag gt join tag on tag.id = gt.tag_id
        where gt.generation_sequence = g.sequence) as tags,
       o.file_path as filePath, o.sha256, o.size_bytes as sizeBytes, o.width, o.height,
       o.duration_ms as durationMs, o.fps
     from output o join generation g on g.sequence = o.generation_sequence
     order by o.generation_sequence, o.position`,
  );
  for (const { filePath, parameters, tags, createdAt, isFavourite, ...row } of rows) {
    yield {
      videoPath: `media/${filePath}`,
      facts: {
        ...row,
        createdAt: isoTime(createdAt),
        isFavourite: isFavourite === 1,
        parameters: JSON.parse(parameters) as unknown,
        tags: JSON.parse(tags ?? '[]') as unknown,
      },
    };
  }
}

const columns = [
  'id',
  'title',
  'prompt',
  'notes',
  'tags',
  'modelName',
  'rating',
  'isFavourite',
  'label',
  'verdict',
  'verdictReason',
  'createdAt',
  'durationMs',
  'width',
  'height',
  'fps',
  'sizeBytes',
  'sha256',
] as const;

/** One line for each clip, with where its video is. */
export function* sidecarLines(items: Iterable<Sidecar>): Generator<string> {
  yield `${['file', ...columns].join(',')}\r\n`;
  for (const { videoPath, facts } of items) {
    const cells = columns.map((name) => {
      const value = facts[name];
      if (Array.isArray(value)) return csvCell(value.join('; '));
      if (typeof value === 'number' || typeof value === 'string') return csvCell(value);
      return csvCell(value === true ? 'yes' : '');
    });
    yield `${[csvCell(videoPath), ...cells].join(',')}\r\n`;
  }
}
