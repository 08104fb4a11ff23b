// Requests that a service on this device made to a provider on the user's behalf: they left the device, so its ledger has them.
import { z } from 'zod';

const onwardRequestSchema = z.object({
  at: z.iso.datetime(),
  method: z.string().max(10),
  host: z.string().max(260),
  /** Without the query, which may hold what opens something. */
  path: z.string().max(300),
  purpose: z.string().max(120),
  dataKinds: z.array(z.string().max(40)).max(20),
  /** Of the bodies. */
  bytesSent: z.number().int().min(0),
  bytesReceived: z.number().int().min(0),
  /** `null` without an answer. */
  status: z.number().int().nullable(),
  outcome: z.enum(['ok', 'refused', 'failed', 'cancelled']),
  durationMs: z.number().min(0),
  /** The service's id of the job, where the request was for one. */
  generationId: z.string().max(80).nullable(),
});
export type OnwardRequest = z.infer<typeof onwardRequestSchema>;

export const onwardPageSchema = z.object({
  /** In the order in which they ended. */
  items: z.array(onwardRequestSchema).max(500),
  /** Asked for with this one, the service forgets what came before. */
  nextCursor: z.string().max(200),
  hasMore: z.boolean(),
});
