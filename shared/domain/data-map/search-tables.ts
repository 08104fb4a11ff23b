// The part of the data map about the search indexes: each is made from other tables and holds their words once more.
import type { MappedTable } from './mapped-table.ts';

export const searchTables: Readonly<Record<string, MappedTable>> = {
  prompt_search: {
    kind: 'prompts',
    what: 'Search index of the prompts',
    columns: { text: 'Words of the prompt' },
  },
  saved_prompt_search: {
    kind: 'prompts',
    what: 'Search index of the prompts that you keep',
    columns: { title: 'Words of the name', text: 'Words of the prompt', tags: 'Words of the tags' },
  },
  generation_words: {
    kind: 'prompts',
    what: 'Words of the clips as they are in the search index',
    columns: {
      sequence: 'Which clip',
      prompt: 'Words of the prompt',
      title: 'Words of the title',
      notes: 'Words of the notes',
      tags: 'Numbers of the tags',
      first_tag: 'First of the tags, to sort by',
    },
  },
  generation_search: {
    kind: 'prompts',
    what: 'Search index of the clips',
    columns: {
      prompt: 'Words of the prompt',
      title: 'Words of the title',
      notes: 'Words of the notes',
      tags: 'Numbers of the tags',
    },
  },
  tag_search: {
    kind: 'prompts',
    what: 'Search index of the tags',
    columns: { name: 'Words of the name' },
  },
};
