// Every kind of data down to its rows: what Your data opens into.
import { z } from 'zod';
import { generationIdSchema } from '../domain/ids.ts';
import { dataKindSchema } from './data.ts';
import { defineQuery } from './define.ts';

const rowIdSchema = z.string().min(1).max(400);

/** What can be shown in the file manager, by an id that only the engine can turn into a place. */
export const dataFileSchema = z.object({
  kind: z.enum(['output', 'poster', 'asset', 'file']),
  id: z.string().regex(/^[0-9a-z]{8,40}$/),
});
export type DataFile = z.infer<typeof dataFileSchema>;

const dataRowSchema = z.object({
  id: rowIdSchema,
  /** What kind of line it is, in words. */
  group: z.string(),
  title: z.string(),
  note: z.string(),
  bytes: z.int().nullable(),
  at: z.iso.datetime().nullable(),
  /** Within the library or the application data; never an absolute path. */
  where: z.string().nullable(),
  picture: z.object({ kind: z.enum(['poster', 'asset']), id: z.string() }).nullable(),
  file: dataFileSchema.nullable(),
  generationId: generationIdSchema.nullable(),
  isInCloud: z.boolean(),
  cloudUntil: z.iso.datetime().nullable(),
});
export type DataRow = z.infer<typeof dataRowSchema>;

const dataFieldSchema = z.object({ name: z.string(), what: z.string(), value: z.string() });
export type DataField = z.infer<typeof dataFieldSchema>;

export const inspectContract = {
  'data.rows': defineQuery({
    input: z.object({
      kind: dataKindSchema,
      search: z.string().max(200).default(''),
      cursor: z.string().max(500).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(60),
    }),
    output: z.object({
      items: z.array(dataRowSchema),
      nextCursor: z.string().nullable(),
      /** With the first page only. */
      total: z.int().nullable(),
    }),
    deadlineMs: 30_000,
  }),
  /** All that is kept of one row, field by field, with what the data map says of each. */
  'data.record': defineQuery({
    input: z.object({ kind: dataKindSchema, id: rowIdSchema }),
    output: z.object({ fields: z.array(dataFieldSchema) }),
  }),
} as const;
