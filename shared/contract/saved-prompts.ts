// The prompt library: prompts and snippets that people keep by name. What was sent is remembered apart from it, as `prompts.list`.
import { z } from 'zod';
import { longestTag, mostTags, tidyTag } from '../domain/clip-change.ts';
import { outputIdSchema } from '../domain/ids.ts';
import { longestPromptTitle, longestSavedText, savedPromptKinds } from '../domain/saved-prompt.ts';
import {
  promptVersionSchema,
  savedPromptIdSchema,
  variableValuesSchema,
} from '../domain/saved-prompt-schemas.ts';
import { defineCommand, defineEvent, defineQuery } from './define.ts';
import { generationSummarySchema } from './generation.ts';

const words = {
  title: z.string().trim().min(1).max(longestPromptTitle),
  text: z.string().min(1).max(longestSavedText),
  variables: variableValuesSchema,
  tags: z.array(z.string().max(longestTag).transform(tidyTag)).max(mostTags),
  isFavourite: z.boolean(),
};

const savedPromptSchema = z.object({
  id: savedPromptIdSchema,
  kind: z.enum(savedPromptKinds),
  ...words,
  createdAt: z.iso.datetime(),
  /** When its present wording was written. */
  wordedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Clips that were asked for with it, whatever came of them. */
  clipCount: z.int(),
  /** For the picture: the first result of the newest finished clip. */
  newestOutput: z.object({ id: outputIdSchema, hasPoster: z.boolean() }).nullable(),
});
export type SavedPrompt = z.infer<typeof savedPromptSchema>;

const savedPromptDetailSchema = savedPromptSchema.extend({
  /** Clips of the present wording. */
  clipsOfWording: z.int(),
  /** Newest first, each with the clips that were asked for while it was the present one. */
  versions: z.array(promptVersionSchema.extend({ clipCount: z.int() })),
});
export type SavedPromptDetail = z.infer<typeof savedPromptDetailSchema>;

const byId = z.object({ id: savedPromptIdSchema });

export const savedPromptsContract = {
  /** Favourites first, then the last changed. */
  'savedPrompts.list': defineQuery({
    input: z.object({
      kind: z.enum(savedPromptKinds).default('prompt'),
      search: z.string().max(500).default(''),
      tag: z.string().max(longestTag).nullable().default(null),
      limit: z.int().min(1).max(500).default(200),
    }),
    output: z.object({
      items: z.array(savedPromptSchema),
      total: z.int(),
      /** In use on what is kept, most used first. */
      tags: z.array(z.object({ name: z.string(), count: z.int() })),
    }),
  }),
  'savedPrompts.get': defineQuery({ input: byId, output: savedPromptDetailSchema }),
  'savedPrompts.add': defineCommand({
    input: z.object({
      kind: z.enum(savedPromptKinds).default('prompt'),
      ...words,
      variables: words.variables.default({}),
      tags: words.tags.default([]),
      isFavourite: words.isFavourite.default(false),
    }),
    output: savedPromptDetailSchema,
  }),
  /** Another wording keeps the one before as a version. */
  'savedPrompts.change': defineCommand({
    input: byId.extend(z.object(words).partial().shape),
    output: savedPromptDetailSchema,
  }),
  'savedPrompts.duplicate': defineCommand({ input: byId, output: savedPromptDetailSchema }),
  /** With all of its versions. Clips stay. */
  'savedPrompts.erase': defineCommand({ input: byId, output: z.object({}) }),
  /** Clips that were asked for with it, newest first. */
  'savedPrompts.clips': defineQuery({
    input: byId.extend({ limit: z.int().min(1).max(100).default(24) }),
    output: z.object({ items: z.array(generationSummarySchema) }),
  }),
  'savedPrompts.changed': defineEvent(z.object({})),
} as const;
