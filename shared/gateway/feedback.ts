// What a person thinks of a result, sent by their click alone. No words of theirs, and nothing of the clip but its id.
import { z } from 'zod';
import { verdictReasons, verdicts } from '../domain/verdict.ts';

export const feedbackRequestSchema = z.strictObject({
  verdict: z.enum(verdicts),
  reason: z.enum(verdictReasons).nullable(),
});
export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>;

export const feedbackSchema = z.object({
  generationId: z.string().max(80),
  verdict: z.enum(verdicts),
  reason: z.enum(verdictReasons).nullable(),
  at: z.iso.datetime(),
});
export type Feedback = z.infer<typeof feedbackSchema>;
