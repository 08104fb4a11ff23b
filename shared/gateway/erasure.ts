// Deletion in the cloud: asked for once, idempotent, confirmed by a receipt.
import { z } from 'zod';

export const erasureSubjectSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('generation'), id: z.string().max(80) }),
  /** The job with this key, even when its cloud id never arrived here. */
  z.object({ type: z.literal('generation-key'), idempotencyKey: z.string().max(80) }),
  z.object({ type: z.literal('asset'), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** What was said of this job; the job itself stays. */
  z.object({ type: z.literal('feedback'), generationId: z.string().max(80) }),
  z.object({ type: z.literal('everything') }),
]);
export type ErasureSubject = z.infer<typeof erasureSubjectSchema>;

export const erasureRequestSchema = z.object({
  /** Made by the client; the same key gives the same erasure. */
  key: z.string().min(8).max(80),
  subjects: z.array(erasureSubjectSchema).min(1).max(1000),
});
export type ErasureRequest = z.infer<typeof erasureRequestSchema>;

export const retainedSchema = z.object({
  what: z.string().max(120),
  why: z.string().max(300),
  until: z.iso.datetime().nullable(),
});

/** Fields that a newer service adds are kept: the signature is over them too. */
export const erasureReceiptSchema = z.looseObject({
  id: z.string().max(80),
  /** The client's key, and the SHA-256 of the subjects as JSON with sorted keys: a receipt is about one request and no other. */
  key: z.string().max(80).optional(),
  subjectsSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Who erased, and in which region. */
  where: z.string().max(200).optional(),
  erasedAt: z.iso.datetime(),
  counts: z.array(z.object({ what: z.string().max(60), count: z.number().int().min(0) })),
  retained: z.array(retainedSchema),
  /**
   * `ed25519:<id of the key>:<base64>` over the receipt's JSON with sorted keys and without this field; `null` where the service
   * signs nothing. The public keys are in the service description.
   */
  signature: z.string().max(600).nullable(),
});
export type ErasureReceipt = z.infer<typeof erasureReceiptSchema>;

export const erasureSchema = z.object({
  id: z.string().max(80),
  key: z.string().max(80),
  state: z.enum(['accepted', 'confirmed']).catch('accepted'),
  requestedAt: z.iso.datetime(),
  receipt: erasureReceiptSchema.nullable(),
  /** The second stage: what backups hold until then; `null` or absent where nothing was backed up. */
  backups: z
    .object({ until: z.iso.datetime(), purgedAt: z.iso.datetime().nullable() })
    .nullable()
    .optional(),
});
export type Erasure = z.infer<typeof erasureSchema>;

/** A token that can ask for erasures and read their state, and nothing else. */
export const erasureTokenSchema = z.object({
  token: z.string().min(16).max(600),
  expiresAt: z.iso.datetime().nullable(),
});
export type ErasureToken = z.infer<typeof erasureTokenSchema>;
