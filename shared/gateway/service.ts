// What a service says about itself before anyone sends it anything.
import { z } from 'zod';
import { modelDescriptorSchema } from './model.ts';

export const gatewayApiVersion = '1';

const receiptKeySchema = z.object({
  id: z.string().max(40),
  algorithm: z.literal('ed25519'),
  /** SubjectPublicKeyInfo in base64. */
  publicKey: z.string().max(200),
});
export type ReceiptKey = z.infer<typeof receiptKeySchema>;

export const serviceDescriptionSchema = z.object({
  apiVersion: z.literal(gatewayApiVersion),
  name: z.string().max(80),
  /** `embedded` runs on this machine. */
  kind: z.enum(['embedded', 'hosted']),
  provider: z.object({
    id: z.string().max(40),
    name: z.string().max(80),
    /** Days that the provider keeps its own copy of a result, where it says so. */
    retentionDays: z.number().int().positive().optional(),
  }),
  region: z.object({ id: z.string().max(40), name: z.string().max(80) }),
  status: z.object({
    state: z.enum(['ok', 'degraded', 'down']),
    message: z.string().max(300),
  }),
  policy: z.object({ version: z.string().max(40), effectiveDate: z.iso.date() }),
  /** Days that a result stays available; `null` keeps it until it is deleted. */
  retentionDays: z.number().int().positive().nullable(),
  maxUploadBytes: z.number().int().positive(),
  /** Hosts besides the service's own from which results may be fetched. */
  downloadHosts: z.array(z.string().max(200)).max(50).optional(),
  /** What receipts of erasures are signed with, earlier keys included. */
  receiptKeys: z.array(receiptKeySchema).max(20).optional(),
  /**
   * What a client may use: erasure, cancel, onward-requests, history, sign-in, billing, data-export, notices, feedback. Unknown words are
   * ignored, so that a newer service can add some.
   */
  features: z.array(z.string().max(40)),
  auth: z.discriminatedUnion('type', [
    z.object({ type: z.literal('token') }),
    z.object({ type: z.literal('openid'), issuer: z.url(), clientId: z.string().max(200) }),
  ]),
  models: z.array(modelDescriptorSchema).max(200),
});
export type ServiceDescription = z.infer<typeof serviceDescriptionSchema>;

export const accountSchema = z.object({
  id: z.string().max(80),
  name: z.string().max(200),
  email: z.string().max(320).nullable(),
  credits: z.object({
    /** Free to spend; holds are already taken off. */
    available: z.number().int(),
    held: z.number().int().min(0),
  }),
  plan: z.string().max(80),
});
export type Account = z.infer<typeof accountSchema>;

export const creditEntrySchema = z.object({
  id: z.string().max(80),
  at: z.iso.datetime(),
  type: z.enum(['grant', 'hold', 'settle', 'refund', 'purchase']),
  /** Change of the available credits; a settlement of a hold is 0. */
  amount: z.number().int(),
  generationId: z.string().max(80).nullable(),
});
export type CreditEntry = z.infer<typeof creditEntrySchema>;
