// What the Data Room shows: inventory, export, erasure.
import { z } from 'zod';
import { savedFilesSchema } from './files-out.ts';
import { takenFilesSchema } from './own-files.ts';
import { filesFoundSchema } from './find-files.ts';
import { dataKinds } from '../domain/data-kinds.ts';
import { mostClipsAtOnce } from '../domain/clip-change.ts';
import { collectionIdSchema, generationIdSchema, taskIdSchema } from '../domain/ids.ts';

export const dataKindSchema = z.enum(dataKinds);
export type { DataKind } from '../domain/data-kinds.ts';

const inventoryRowSchema = z.object({
  kind: dataKindSchema,
  count: z.number().int(),
  bytes: z.number().int(),
  inCloudCount: z.number().int(),
  cloudUntil: z.iso.datetime().nullable(),
});
export type InventoryRow = z.infer<typeof inventoryRowSchema>;

export const overviewSchema = z.object({
  countedAt: z.iso.datetime(),
  /** Names of the last two folders, for people; never an absolute path. */
  libraryLabel: z.string(),
  totalBytes: z.number().int(),
  freeBytes: z.number().int(),
  diskBytes: z.number().int(),
  clipCount: z.number().int(),
  assetCount: z.number().int(),
  promptCount: z.number().int(),
  inventory: z.array(inventoryRowSchema),
  network: z.object({
    /** All in the ledger, those to this device itself included. */
    requestCount: z.number().int(),
    /** Of those that left this device. */
    left: z.object({
      requestCount: z.number().int(),
      hostCount: z.number().int(),
      bytesSent: z.number().int(),
      bytesReceived: z.number().int(),
    }),
  }),
  erasuresWaiting: z.number().int(),
  lastExport: z
    .object({ at: z.iso.datetime(), sizeBytes: z.number().int(), verified: z.boolean() })
    .nullable(),
});
export type Overview = z.infer<typeof overviewSchema>;

/** Clips that all of this is true of, with what belongs to them. */
export const exportSelectionSchema = z.object({
  ids: z.array(generationIdSchema).min(1).max(mostClipsAtOnce).optional(),
  /** In this collection. */
  collectionId: collectionIdSchema.optional(),
  /** Made then or later. */
  since: z.iso.datetime().optional(),
  /** Made before. */
  until: z.iso.datetime().optional(),
});
/** Of an export in parts. */
export const smallestPartBytes = 1_000_000;
export type ExportSelection = z.infer<typeof exportSelectionSchema>;

export const networkRequestSchema = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  method: z.string(),
  host: z.string(),
  path: z.string(),
  purpose: z.string(),
  dataKinds: z.array(z.string()),
  bytesSent: z.number().int(),
  bytesReceived: z.number().int(),
  status: z.number().int().nullable(),
  outcome: z.enum(['ok', 'refused', 'failed', 'cancelled']),
  generationId: z.string().nullable(),
  durationMs: z.number(),
});
export type NetworkRequest = z.infer<typeof networkRequestSchema>;

/** Which requests of the ledger; all without it. */
export const ledgerFilterSchema = z.object({
  host: z.string().max(300).optional(),
  outcome: networkRequestSchema.shape.outcome.optional(),
  generationId: generationIdSchema.optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  /** Found in purpose, destination, kinds of data or path. */
  words: z.string().max(200).optional(),
});
export type LedgerFilter = z.infer<typeof ledgerFilterSchema>;

export const ledgerSumSchema = z.object({
  host: z.string(),
  requestCount: z.number().int(),
  failedCount: z.number().int(),
  bytesSent: z.number().int(),
  bytesReceived: z.number().int(),
  purposes: z.array(z.string()),
  lastAt: z.iso.datetime(),
});
export type LedgerSum = z.infer<typeof ledgerSumSchema>;

export const erasurePlanRowSchema = z.object({
  kind: dataKindSchema,
  count: z.number().int(),
  bytes: z.number().int(),
});

export const erasurePlanSchema = z.object({
  goneNow: z.array(erasurePlanRowSchema),
  goneLater: z.array(z.object({ what: z.string(), count: z.number().int(), why: z.string() })),
  notCovered: z.array(z.object({ what: z.string(), count: z.number().int(), why: z.string() })),
  totalBytes: z.number().int(),
  /** Folders that were the library before, by the last two names; what is in them goes too. */
  formerLibraries: z.array(z.object({ label: z.string(), count: z.int(), bytes: z.int() })),
  /** Proves that the plan which is confirmed is the one that was seen. */
  planId: z.string(),
});
export type ErasurePlan = z.infer<typeof erasurePlanSchema>;

export const wipeReceiptSchema = z.object({
  wipedAt: z.iso.datetime(),
  removed: z.array(
    z.object({ kind: z.string(), count: z.number().int(), bytes: z.number().int() }),
  ),
  /** Paths that are still there and are ours; empty when all went well. */
  remaining: z.array(z.string()),
  /** Files in our folders that the app did not make and left alone. */
  leftAlone: z.array(z.string()),
  checksum: z.string(),
});
export type WipeReceipt = z.infer<typeof wipeReceiptSchema>;

const importReportSchema = z.object({
  /** By the name of the archive's file: `generations`, `outputs`, `assets`, … */
  counts: z.record(
    z.string(),
    z.object({ added: z.number().int(), present: z.number().int(), conflicts: z.number().int() }),
  ),
  /** What did not go the plain way, in sentences. */
  notes: z.array(z.string()),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** What an archive holds and what an import of it would do now. Its media were not read; an import reads every byte first. */
export const archiveInspectionSchema = z.object({
  fileName: z.string(),
  sizeBytes: z.number().int(),
  createdAt: z.iso.datetime(),
  appVersion: z.string(),
  /** It was written by this very library. */
  isOfThisLibrary: z.boolean(),
  mediaBytes: z.number().int(),
  /** Of several that hold the media together. */
  part: z.object({ number: z.int(), count: z.int() }).nullable(),
  /** Files that the archive says it does not hold. */
  missingCount: z.number().int(),
  /** By the name of the archive's file. `leftOut` were deleted here or belong to a clip that is under way here. */
  wouldDo: z.record(
    z.string(),
    z.object({
      added: z.number().int(),
      present: z.number().int(),
      conflicts: z.number().int(),
      leftOut: z.number().int(),
    }),
  ),
  neededBytes: z.number().int(),
  freeBytes: z.number().int(),
});
export type ArchiveInspection = z.infer<typeof archiveInspectionSchema>;

const taskKinds = [
  'export',
  'import',
  'verify',
  'erase',
  'move',
  'fetch',
  'backup',
  'restore',
  'find',
  'take',
  'locate',
  'save',
] as const;
export const taskStateSchema = z.object({
  id: taskIdSchema,
  kind: z.enum(taskKinds),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  phase: z.string(),
  doneBytes: z.number().int(),
  totalBytes: z.number().int(),
  /** Where the work is counted in items and not in bytes. */
  items: z.object({ done: z.int(), total: z.int() }).optional(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** File that the task made or read, when it is done. */
  result: z
    .object({
      fileName: z.string(),
      sizeBytes: z.number().int(),
      entries: z.number().int(),
      /** How many files an export is, where it is not one. */
      parts: z.int().optional(),
      /** Of an import. */
      imported: importReportSchema.optional(),
      /** Of looking for files. */
      files: filesFoundSchema.optional(),
      /** Of taking in the user's own files. */
      taken: takenFilesSchema.optional(),
      /** Of saving copies elsewhere. */
      saved: savedFilesSchema.optional(),
    })
    .nullable(),
});
export type TaskState = z.infer<typeof taskStateSchema>;

const checkSchema = z.object({ name: z.string(), ok: z.boolean(), message: z.string() });
export type Check = z.infer<typeof checkSchema>;
