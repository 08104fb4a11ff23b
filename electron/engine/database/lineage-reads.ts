// The clips around a clip: the one that it was made from, and those that were made from it.
import type { GenerationId } from '#shared/domain/ids.ts';
import type { Database } from './database.ts';
import { generationColumns, type GenerationRow, joinFirstOutput } from './generation-row.ts';

export function readParent(db: Database, id: GenerationId): GenerationRow | undefined {
  return db.get<GenerationRow>(
    `select ${generationColumns} from generation one
     join generation g on g.id = one.parent_id ${joinFirstOutput} where one.id = ?`,
    id,
  );
}

export function readChildren(db: Database, id: GenerationId, most: number): GenerationRow[] {
  return db.all<GenerationRow>(
    `select ${generationColumns} from generation g indexed by generation_by_parent ${joinFirstOutput}
     where g.parent_id = ? order by g.sequence desc limit ?`,
    id,
    most,
  );
}

export function countChildren(db: Database, id: GenerationId): number {
  const row = db.get<{ readonly count: number }>(
    'select count(*) as count from generation where parent_id = ?',
    id,
  );
  return row?.count ?? 0;
}
