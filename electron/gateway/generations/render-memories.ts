// What back-ends keep about jobs, by job. Gone with the job. Must not read what is in it.
import type { RenderMemory } from '../backend.ts';
import type { GatewayDatabase } from '../database/open-database.ts';

export interface RenderMemories {
  of(generationId: string): RenderMemory;
}

export function createRenderMemories(database: GatewayDatabase): RenderMemories {
  const select = database.prepare<[string], { content: string }>(
    'select content from render_memory where generation_id = ?',
  );
  // A job may be erased while its back-end still works on it.
  const upsert = database.prepare<[{ id: string; content: string }]>(
    `insert into render_memory(generation_id, content)
     select id, @content from generation where id = @id
     on conflict(generation_id) do update set content = excluded.content`,
  );
  return {
    of: (id) => ({
      read: () => select.get(id)?.content ?? null,
      write: (content) => void upsert.run({ id, content }),
    }),
  };
}
