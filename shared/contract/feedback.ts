// What the user thinks of a result: kept here by one call, sent by another, taken back by a third. Nothing is sent by itself.
import { z } from 'zod';
import { generationIdSchema } from '../domain/ids.ts';
import { verdictPlaces, verdictReasons, verdicts } from '../domain/verdict.ts';
import { defineCommand, defineEvent } from './define.ts';

export const clipFeedbackSchema = z.object({
  reason: z.enum(verdictReasons).nullable(),
  place: z.enum(verdictPlaces),
  /** When it was sent; `null` while it is on this device alone. */
  sentAt: z.iso.datetime().nullable(),
});
export type ClipFeedback = z.infer<typeof clipFeedbackSchema>;

const ofClip = z.object({ id: generationIdSchema });

export const feedbackContract = {
  /** On this device. `conflict` for one that the cloud may have: it is taken back first. */
  'feedback.keep': defineCommand({
    input: ofClip.extend({
      verdict: z.enum(verdicts).nullable(),
      reason: z.enum(verdictReasons).nullable().default(null),
    }),
    output: z.object({}),
  }),
  /** Once, now: what fails is not tried again. `conflict` where there is nothing to send, or no cloud that takes it. */
  'feedback.send': defineCommand({ input: ofClip, output: z.object({}), deadlineMs: 60_000 }),
  /** Stays on this device; the cloud is asked to erase it until it confirms. */
  'feedback.takeBack': defineCommand({ input: ofClip, output: z.object({}) }),
  'feedback.changed': defineEvent(ofClip),
} as const;
