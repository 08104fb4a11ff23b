// Answers which tags each of some clips has.
import { generationIdSchema } from '#shared/domain/ids.ts';
import type { ClipTagsHandlers, EngineContext } from '../engine-context.ts';

export function createClipTagsHandlers({ db }: Pick<EngineContext, 'db'>): ClipTagsHandlers {
  return {
    'tags.byClip': ({ ids }) => {
      const rows = db.all<{ readonly id: string; readonly name: string }>(
        `select g.id, tag.name from json_each(?) wanted
         join generation g on g.id = wanted.value
         join generation_tag on generation_sequence = g.sequence
         join tag on tag.id = tag_id order by tag.name`,
        JSON.stringify([...new Set(ids)]),
      );
      const items = [...Map.groupBy(rows, ({ id }) => id)].map(([id, tags]) => ({
        id: generationIdSchema.parse(id),
        names: tags.map(({ name }) => name),
      }));
      return { items };
    },
  };
}
