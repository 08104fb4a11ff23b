// What clips are made from, in an archive: reference images and prompts. Data only.
import { defineEntity, type Entity } from './entity.ts';
import { file } from './shared-columns.ts';

export const materialEntities: readonly Entity[] = [
  defineEntity({
    name: 'assets',
    table: 'asset',
    description: 'Reference images, once per content',
    orderBy: 't.sequence',
    columns: {
      id: 'text',
      sequence: 'integer',
      sha256: 'text',
      mimeType: 'text',
      sizeBytes: 'integer',
      width: 'integer',
      height: 'integer',
      originalName: 'text',
      file,
      isMissing: 'flag',
      createdAt: 'time',
      replacedBy: {
        kind: 'text?',
        description: 'Content of the image that new clips use instead',
        since: 11,
      },
    },
  }),
  defineEntity({
    name: 'prompts',
    table: 'prompt',
    description: 'Every prompt that was used, once per wording',
    orderBy: 't.id',
    columns: {
      id: 'integer',
      textSha256: 'text',
      text: 'text',
      useCount: 'integer',
      createdAt: 'time',
      lastUsedAt: 'time',
      lastGenerationId: 'text?',
    },
  }),
  defineEntity({
    name: 'saved-prompts',
    table: 'saved_prompt',
    description: 'Prompts and snippets that are kept by name, with earlier wordings',
    orderBy: 't.sequence',
    columns: {
      sequence: 'integer',
      id: 'text',
      kind: 'text',
      title: 'text',
      text: 'text',
      variables: 'json',
      tags: 'json',
      versions: 'json',
      isFavourite: 'flag',
      createdAt: 'time',
      wordedAt: 'time',
      updatedAt: 'time',
    },
  }),
];
