// The history of clips in an archive, and how they are kept in order. Data only.
import { defineEntity, type Entity } from './entity.ts';
import { generationId } from './shared-columns.ts';

export const orderEntities: readonly Entity[] = [
  defineEntity({
    name: 'events',
    table: 'event',
    description: 'What happened to each generation, in order',
    orderBy: 't.id',
    columns: {
      id: 'integer',
      generationId,
      at: 'time',
      type: 'text',
      status: 'text',
      note: { kind: 'text', isMachineText: true },
    },
  }),
  defineEntity({
    name: 'tags',
    table: 'tag',
    description: 'Tags',
    orderBy: 't.id',
    columns: { id: 'integer', name: 'text', createdAt: 'time' },
  }),
  defineEntity({
    name: 'generation-tags',
    table: 'generation_tag',
    description: 'Which generation carries which tag',
    orderBy: 't.generation_sequence, t.tag_id',
    columns: { generationId, tagId: 'integer' },
  }),
  defineEntity({
    name: 'collections',
    table: 'collection',
    description: 'Collections',
    orderBy: 't.sequence',
    columns: {
      id: 'text',
      sequence: { kind: 'integer', description: 'Order in which they were made' },
      name: 'text',
      createdAt: 'time',
      updatedAt: 'time',
    },
  }),
  defineEntity({
    name: 'collection-items',
    table: 'collection_item',
    description: 'Which generation is in which collection, and where',
    orderBy: 't.collection_sequence, t.position, t.generation_sequence',
    columns: {
      collectionId: {
        kind: 'text',
        sql: '(select c.id from collection c where c.sequence = t.collection_sequence)',
        covers: ['collection_sequence'],
        description: 'id in collections.jsonl',
      },
      generationId,
      position: { kind: 'number', description: 'Order within the collection' },
      addedAt: 'time',
    },
  }),
  defineEntity({
    name: 'saved-searches',
    table: 'saved_search',
    description: 'Searches that are kept under a name',
    orderBy: 't.sequence',
    columns: {
      id: 'text',
      sequence: 'integer',
      name: 'text',
      search: 'text',
      sort: 'text',
      createdAt: 'time',
    },
  }),
];
