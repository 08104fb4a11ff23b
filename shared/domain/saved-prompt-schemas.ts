// What is kept in the prompt library, as schemas: for whoever reads it from outside.
import { z } from 'zod';
import {
  longestVariableName,
  longestVariableValue,
  mostVariables,
  mostVariableValues,
} from './prompt-variables.ts';
import { longestSavedText } from './saved-prompt.ts';

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
