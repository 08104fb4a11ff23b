// What the user allows, and objects to: the present answers, each change, and every answer there ever was.
import { z } from 'zod';
import { choicePurposes } from '../domain/choices.ts';
import { defineCommand, defineEvent, defineQuery } from './define.ts';

const choicesSchema = z.object({
  items: z.array(
    z.object({
      purpose: z.enum(choicePurposes),
      isAllowed: z.boolean(),
      /** When the user said so; `null` when it is as it was at first. */
      decidedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type Choices = z.infer<typeof choicesSchema>;

export const choicesContract = {
  'choices.list': defineQuery({ input: z.object({}), output: choicesSchema }),
  /** Holds at once, also for clips that wait. What was sent before cannot be taken back by it. */
  'choices.set': defineCommand({
    input: z.object({ purpose: z.enum(choicePurposes), isAllowed: z.boolean() }),
    output: choicesSchema,
  }),
  /** Every answer, newest first; the age among them. Answers are only ever added. */
  'choices.history': defineQuery({
    input: z.object({ limit: z.int().min(1).max(1000).default(200) }),
    output: z.object({
      items: z.array(
        z.object({
          id: z.int(),
          at: z.iso.datetime(),
          purpose: z.string(),
          isGranted: z.boolean(),
          policyVersion: z.string(),
        }),
      ),
    }),
  }),
  'choices.changed': defineEvent(choicesSchema),
} as const;
