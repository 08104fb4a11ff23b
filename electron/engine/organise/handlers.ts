// The calls that keep clips in order. Every change goes through the undo book.
import type { OrganiseHandlers } from '../engine-context.ts';
import type { Database } from '../database/database.ts';
import type { Clock } from '../clock.ts';
import { planChange } from './plan-change.ts';
import type { UndoBook } from './undo-book.ts';

export interface OrganiseDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly undo: UndoBook;
}

export function createOrganiseHandlers(
  { db, clock, undo }: OrganiseDeps,
  changed: () => void,
): OrganiseHandlers {
  const told = <S>(step: S) => {
    if (step !== null) changed();
    return { step };
  };
  return {
    'clips.change': ({ ids, change }) =>
      told(undo.run(change.type, planChange(db, ids, change, clock.now()))),
    'changes.undo': ({ stepId }) => told(undo.undo(stepId)),
    'changes.redo': () => told(undo.redo()),
    'tags.ofClips': ({ ids }) => ({
      items: db.all<{ readonly name: string; readonly count: number }>(
        `select tag.name, count(*) as count from json_each(?) wanted
         join generation g on g.id = wanted.value
         join generation_tag on generation_sequence = g.sequence
         join tag on tag.id = tag_id group by tag_id order by count desc, tag.name`,
        JSON.stringify([...new Set(ids)]),
      ),
    }),
    'tags.list': ({ limit }) => ({
      items: db.all<{ readonly name: string; readonly count: number }>(
        `select tag.name, count(*) as count from generation_tag join tag on tag.id = tag_id
         group by tag_id order by count desc, tag.name limit ?`,
        limit,
      ),
    }),
  };
}
