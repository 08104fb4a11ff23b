// Limits and rules of what people keep in their prompt library: prompts to make clips with, snippets to put into prompts. Pure.
import { z } from 'zod';
import {
  longestVariableName,
  longestVariableValue,
  mostVariables,
  mostVariableValues,
} from './prompt-variables.ts';

export const savedPromptKinds = ['prompt', 'snippet'] as const;
export type SavedPromptKind = (typeof savedPromptKinds)[number];

export const longestPromptTitle = 200;
export const longestSavedText = 10_000;
/** Earlier wordings of one prompt; the oldest goes first. */
export const mostVersions = 100;

export const variableValuesSchema = z
  .record(
    z.string().min(1).max(longestVariableName),
    z.array(z.string().max(longestVariableValue)).max(mostVariableValues),
  )
  .refine((values) => Object.keys(values).length <= mostVariables * 2);

export const savedPromptIdSchema = z
  .string()
  .regex(/^[0-9a-z]{8,40}$/)
  .brand<'SavedPromptId'>();
export type SavedPromptId = z.infer<typeof savedPromptIdSchema>;

/** A wording that was replaced. */
export const promptVersionSchema = z.object({
  text: z.string().max(longestSavedText),
  variables: variableValuesSchema,
  /** When this wording was written. */
  at: z.iso.datetime(),
});
export type PromptVersion = z.infer<typeof promptVersionSchema>;
