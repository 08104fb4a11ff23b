// The request for everything that a cloud holds, as it is kept over restarts.
import { z } from 'zod';

export const accessRequestSchema = z.object({
  id: z.string(),
  /** Address of the cloud, or `embedded`. */
  cloud: z.string(),
  state: z.enum(['preparing', 'fetched', 'expired']),
  requestedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  nextTryAt: z.iso.datetime().nullable(),
  attempts: z.int().min(0),
  problem: z.string().nullable(),
  fetchedAt: z.iso.datetime().nullable(),
});
/** When the answer that is kept was given; with an archive it comes along, unlike the request itself. */
export const heldAtSchema = z.iso.datetime();

export type AccessRequest = z.infer<typeof accessRequestSchema>;
