// The models that clips of the library were made with. Jumps from one to the next in the index, whatever the number of clips.
import type { Database } from './database.ts';

export interface ModelInUse {
  readonly id: string;
  /** As the newest of its clips has it. */
  readonly name: string;
}

export function modelsInUse(db: Database): ModelInUse[] {
  return db.all<ModelInUse>(
    `with recursive model (id) as (
       select (select model_id from generation indexed by clip_by_model
               where status = 'ready' and trashed_at is null order by model_id limit 1)
       union all
       select (select model_id from generation indexed by clip_by_model
               where status = 'ready' and trashed_at is null and model_id > model.id order by model_id limit 1)
       from model where model.id is not null
     )
     select id, (select model_name from generation indexed by clip_by_model where model_id = model.id
                 and status = 'ready' and trashed_at is null order by sequence desc limit 1) as name
     from model where id is not null`,
  );
}

export function modelsInTrash(db: Database): ModelInUse[] {
  return db.all<ModelInUse>(
    `select distinct model_id as id, model_name as name from generation indexed by generation_in_trash
     where trashed_at is not null`,
  );
}

const plain = (text: string) => text.normalize('NFC').toLowerCase();
const withoutMaker = (name: string) => plain(name).replace(/^kling\s+/, '');

/** The ids that someone means by these words: a whole name or id, else every model whose name holds the words. */
export function modelsMeant(db: Database, words: readonly string[]): string[] {
  const known = [...modelsInUse(db), ...modelsInTrash(db)];
  const meant = words.flatMap((word) => {
    const wanted = plain(word.trim());
    const exact = known.filter(({ id, name }) =>
      [plain(id), plain(name), withoutMaker(name)].includes(wanted),
    );
    if (exact.length > 0) return exact.map(({ id }) => id);
    const some = known.filter(({ id, name }) => `${plain(id)} ${plain(name)}`.includes(wanted));
    return some.length > 0 ? some.map(({ id }) => id) : [word];
  });
  return [...new Set(meant)];
}
