// Columns that several files of an archive have. Data only.
import type { Column } from './entity.ts';

export const generationId: Column = {
  kind: 'text',
  sql: '(select g.id from generation g where g.sequence = t.generation_sequence)',
  covers: ['generation_sequence'],
  description: 'id in generations.jsonl',
};

export const file: Column = {
  kind: 'text',
  sql: `'media/' || t.file_path`,
  covers: ['file_path'],
  description: 'Path within this archive; without "media/" it is the path within the library',
};
