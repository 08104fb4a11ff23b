// Requests about one's own data that the user writes to support, and what came of them. The mail program sends; the app keeps track.
import { z } from 'zod';
import { longestRequest, privacyRequestKinds } from '../domain/privacy-request.ts';
import { defineCommand, defineQuery } from './define.ts';

const requestId = z.string().min(8).max(80);

export const privacyRequestSchema = z.object({
  id: requestId,
  kind: z.enum(privacyRequestKinds),
  text: z.string(),
  /** A draft was not sent yet, as far as the user said. */
  state: z.enum(['draft', 'sent', 'answered']),
  writtenAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  /** By when an answer has to be there. */
  dueAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  answer: z.string(),
});
export type PrivacyRequest = z.infer<typeof privacyRequestSchema>;

const one = z.object({ id: requestId });

export const privacyRequestsContract = {
  /** Newest first. */
  'privacyRequests.list': defineQuery({
    input: z.object({}),
    output: z.object({ items: z.array(privacyRequestSchema) }),
  }),
  'privacyRequests.write': defineCommand({
    input: z.object({
      kind: z.enum(privacyRequestKinds),
      text: z.string().trim().min(1, 'Write what you ask for.').max(longestRequest),
    }),
    output: privacyRequestSchema,
  }),
  /** The user says that the mail went off; `conflict` when it did already. */
  'privacyRequests.markSent': defineCommand({ input: one, output: privacyRequestSchema }),
  /** `conflict` for a draft. */
  'privacyRequests.markAnswered': defineCommand({
    input: one.extend({ answer: z.string().trim().max(longestRequest) }),
    output: privacyRequestSchema,
  }),
  /** Also when it was removed before. */
  'privacyRequests.remove': defineCommand({ input: one, output: z.object({}) }),
} as const;
