// The data of an archive: one file of lines for each kind, then the schema of each.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { entities } from '../format/entities.ts';
import type { Entity } from '../format/entity.ts';
import { preferenceLines, preferencesEntity } from '../format/preference-lines.ts';
import { inBlocks } from './archive-rows.ts';
import { addText, type Draft } from './draft.ts';
import { createPathHider } from './hidden-paths.ts';
import type { Snapshot } from './snapshot.ts';

/** An archive begins with it. */
export const firstEntryName = `data/${entities[0]?.name}.jsonl`;

export async function writeData(draft: Draft, snapshot: Snapshot): Promise<void> {
  const { source, counts } = draft;
  const hidePaths = createPathHider([
    { path: source.library, placeholder: '<library>' },
    { path: source.home, placeholder: '<home>' },
  ]);
  function* counted(name: string, lines: Iterable<string>): Generator<string> {
    counts[name] = 0;
    for (const line of lines) {
      counts[name] += 1;
      yield `${line}\n`;
    }
  }
  for (const entity of entities) {
    const rows = snapshot.rows<Record<string, unknown>>(entity.sql);
    const lines = toLines(entity, rows, hidePaths);
    await addText(
      draft,
      `data/${entity.name}.jsonl`,
      'data',
      inBlocks(counted(entity.name, lines)),
    );
  }
  const preferences = draft.options.only
    ? ''
    : await readFile(join(source.home, 'preferences.json'), 'utf8').catch(() => '');
  const { name } = preferencesEntity;
  await addText(
    draft,
    `data/${name}.jsonl`,
    'data',
    inBlocks(counted(name, preferenceLines(preferences))),
  );
  for (const entity of [...entities, preferencesEntity]) {
    const schema = z.toJSONSchema(entity.schema, { target: 'draft-2020-12' });
    await addText(draft, `schema/${entity.name}.schema.json`, 'schema', [
      `${JSON.stringify(schema, null, 2)}\n`,
    ]);
  }
}

function* toLines(
  entity: Entity,
  rows: Iterable<Record<string, unknown>>,
  hidePaths: (text: string) => string,
): Generator<string> {
  for (const row of rows) yield entity.toLine(row, hidePaths);
}
