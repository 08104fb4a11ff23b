// Reference media going up: once per content, resumable by offset, verified by hash.
import { z } from 'zod';
import { sha256Schema } from './generation.ts';

export const uploadRequestSchema = z.object({
  sha256: sha256Schema,
  sizeBytes: z.number().int().positive(),
  mimeType: z.string().max(80),
});
export type UploadRequest = z.infer<typeof uploadRequestSchema>;

export const uploadSchema = z.object({
  id: z.string().max(80),
  sha256: sha256Schema,
  sizeBytes: z.number().int().positive(),
  /** Bytes that arrived; the next PATCH starts here. */
  offset: z.number().int().min(0),
  /** `complete` only after the server hashed what arrived. */
  state: z.enum(['open', 'complete']),
});
export type Upload = z.infer<typeof uploadSchema>;
