// One generation as `kling5` prints it, with the absolute paths of its files.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GenerationSummary } from '#shared/contract/generation.ts';
import type { Session } from './session.ts';

export interface ItemOutput {
  readonly file: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly durationMs: number;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly mimeType: string;
  readonly isMissing: boolean;
}

export interface Item {
  readonly id: string;
  readonly prompt: string;
  readonly title: string;
  readonly kind: string;
  readonly modelId: string;
  readonly parameters: GenerationSummary['parameters'];
  readonly status: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly credits: GenerationSummary['credits'];
  readonly failure: GenerationSummary['failure'];
  readonly outputs: readonly ItemOutput[];
}

interface OutputRow {
  readonly filePath: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly durationMs: number;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly mimeType: string;
}

export function toItem(session: Session, generation: GenerationSummary): Item {
  const { db } = session.engine.context;
  const rows = db.all<OutputRow>(
    `select file_path as filePath, sha256, size_bytes as sizeBytes, duration_ms as durationMs, width, height, fps,
       mime_type as mimeType
     from output where generation_sequence = ? order by position`,
    generation.sequence,
  );
  return {
    id: generation.id,
    prompt: generation.prompt,
    title: generation.title,
    kind: generation.kind,
    modelId: generation.modelId,
    parameters: generation.parameters,
    status: generation.status,
    createdAt: generation.createdAt,
    endedAt: generation.endedAt,
    credits: generation.credits,
    failure: generation.failure,
    outputs: rows.map(({ filePath, ...row }) => {
      const file = join(session.library, ...filePath.split('/'));
      return { file, ...row, isMissing: !existsSync(file) };
    }),
  };
}

export function itemLines(item: Item): string[] {
  const files = item.outputs.map(
    ({ file, width, height, durationMs, isMissing }) =>
      `  ${file}  ${width} × ${height}, ${durationMs / 1000} s${isMissing ? ', missing' : ''}`,
  );
  const failure = item.failure ? [`  ${item.failure.message}`] : [];
  return [
    `${item.createdAt}  ${item.status.padEnd(11)} ${item.id}  ${item.prompt}`,
    ...files,
    ...failure,
  ];
}
