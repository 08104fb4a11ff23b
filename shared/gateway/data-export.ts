// The right of access: everything that a service holds about an account, prepared in its own time, fetched as one document.
import { z } from 'zod';

export const dataExportSchema = z.object({
  id: z.string().max(80),
  state: z.enum(['preparing', 'ready', 'expired']).catch('preparing'),
  requestedAt: z.iso.datetime(),
  /** By when it is ready at the latest. */
  dueAt: z.iso.datetime(),
  readyAt: z.iso.datetime().nullable(),
  /** When the prepared document is thrown away again. */
  expiresAt: z.iso.datetime().nullable(),
  download: z
    .object({
      /** Signed, relative or absolute. */
      url: z.string().max(2000),
      sizeBytes: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .nullable(),
});
export type DataExport = z.infer<typeof dataExportSchema>;

/**
 * One line of the document (JSON Lines, UTF-8). `kind` is one of account, generation, asset, upload, credit, erasure and notice, or one
 * that a newer service added; `id` is unique within its kind.
 */
export const heldLineSchema = z.object({
  kind: z.string().max(40),
  id: z.string().max(100),
  content: z.record(z.string(), z.json()),
});
export type HeldLine = z.infer<typeof heldLineSchema>;
