// Everything that the interface (or the command line) can ask of the engine.
import { z } from 'zod';
import { assetIdSchema, generationIdSchema, grantIdSchema, taskIdSchema } from '../domain/ids.ts';
import { facetKeys } from '../domain/query/facets.ts';
import { accountSchema, creditEntrySchema, serviceDescriptionSchema } from '../gateway/service.ts';
import { assetsContract } from './assets.ts';
import {
  archiveInspectionSchema,
  erasurePlanSchema,
  exportSelectionSchema,
  ledgerFilterSchema,
  ledgerSumSchema,
  networkRequestSchema,
  overviewSchema,
  smallestPartBytes,
  taskStateSchema,
} from './data.ts';
import { collectionsContract } from './collections.ts';
import { backupsContract } from './backups.ts';
import { defineCommand, defineEvent, defineQuery, type Handlers } from './define.ts';
import { draftSchema } from './draft.ts';
import { feedbackContract } from './feedback.ts';
import { fetchAgainContract } from './fetch-again.ts';
import { framesContract } from './frames.ts';
import {
  assetSchema,
  createGenerationSchema,
  generationDetailSchema,
  generationSummarySchema,
} from './generation.ts';
import { eraseContract } from './erase.ts';
import { findFilesContract } from './find-files.ts';
import { filesOutContract } from './files-out.ts';
import { clipTagsContract } from './clip-tags.ts';
import { ownFilesContract } from './own-files.ts';
import { lineageContract } from './lineage.ts';
import { libraryOrderContract } from './library-order.ts';
import { inspectContract } from './inspect.ts';
import { moveStateSchema } from './move.ts';
import { choicesContract } from './choices.ts';
import { accessContract } from './access.ts';
import { erasuresContract } from './erasures.ts';
import { privacyRequestsContract } from './privacy-requests.ts';
import { organiseContract } from './organise.ts';
import { networkContract } from './network.ts';
import { storageContract } from './storage.ts';
import { syncContract } from './sync.ts';
import { queueStateSchema, queueTargetSchema } from './queue.ts';
import { sortOrders } from './sort-orders.ts';
import { savedPromptsContract } from './saved-prompts.ts';
import { settingsContract } from './settings.ts';
import { whichClips } from './which-clips.ts';

const nothing = z.object({});
const byGeneration = z.object({ id: generationIdSchema });

const cloudStateSchema = z.object({
  reachable: z.enum(['yes', 'no', 'unknown']),
  /** Since when it is as it is. */
  since: z.iso.datetime(),
  /** When the engine looks again by itself; `null` while reachable. */
  nextTryAt: z.iso.datetime().nullable(),
  /** The last description that was read, kept for offline use. */
  service: serviceDescriptionSchema.nullable(),
  account: accountSchema.nullable(),
});
export type CloudState = z.infer<typeof cloudStateSchema>;

const profileSchema = z.object({
  /** When the user said they are 13 or older; nothing can be created before. */
  ageConfirmedAt: z.iso.datetime().nullable(),
  trainingConsent: z.boolean(),
});
export type Profile = z.infer<typeof profileSchema>;

export const countsSchema = z.object({
  clips: z.number().int(),
  /** Not among the clips. */
  trash: z.number().int(),
  active: z.number().int(),
  prompts: z.number().int(),
  assets: z.number().int(),
  totalBytes: z.number().int(),
});

const creditOfClipSchema = creditEntrySchema.extend({
  /** `null` when the entry is for no clip, or for one that was erased or made elsewhere. */
  clip: z.object({ id: generationIdSchema, title: z.string(), prompt: z.string() }).nullable(),
});
export type CreditOfClip = z.infer<typeof creditOfClipSchema>;

export const engineContract = {
  ...backupsContract,
  ...choicesContract,
  ...inspectContract,
  ...storageContract,
  ...privacyRequestsContract,
  ...organiseContract,
  ...collectionsContract,
  ...lineageContract,
  ...findFilesContract,
  ...ownFilesContract,
  ...clipTagsContract,
  ...filesOutContract,
  ...networkContract,
  ...eraseContract,
  ...libraryOrderContract,
  ...erasuresContract,
  ...framesContract,
  ...feedbackContract,
  ...fetchAgainContract,
  ...accessContract,
  ...syncContract,
  ...settingsContract,
  ...assetsContract,
  ...savedPromptsContract,
  'engine.ping': defineQuery({ input: nothing, output: z.object({ at: z.iso.datetime() }) }),

  'profile.get': defineQuery({ input: nothing, output: profileSchema }),
  'profile.confirmAge': defineCommand({ input: nothing, output: profileSchema }),

  'cloud.state': defineQuery({ input: nothing, output: cloudStateSchema }),
  /** Looks now; resolves with what it found, also when that is "unreachable". */
  'cloud.refresh': defineCommand({ input: nothing, output: cloudStateSchema }),

  'generations.create': defineCommand({
    input: createGenerationSchema,
    output: z.object({ items: z.array(generationSummarySchema) }),
  }),
  'generations.get': defineQuery({ input: byGeneration, output: generationDetailSchema }),
  /** What is under way, in queue order, then what ended most recently without success. */
  'generations.queue': defineQuery({
    input: nothing,
    output: z.object({
      active: z.array(generationSummarySchema),
      ended: z.array(generationSummarySchema),
    }),
  }),
  'queue.state': defineQuery({ input: nothing, output: queueStateSchema }),
  /** Nothing new is started; what was sent goes on. */
  'queue.pause': defineCommand({ input: nothing, output: queueStateSchema }),
  'queue.resume': defineCommand({ input: nothing, output: queueStateSchema }),
  'generations.cancel': defineCommand({ input: byGeneration, output: generationSummarySchema }),
  /** Only while it waits in the queue; `conflict` once it has been started. */
  'generations.pause': defineCommand({ input: byGeneration, output: generationSummarySchema }),
  'generations.resume': defineCommand({ input: byGeneration, output: generationSummarySchema }),
  /** Another place in the queue; `conflict` once it has been started. */
  'generations.move': defineCommand({
    input: byGeneration.extend({ to: queueTargetSchema }),
    output: nothing,
  }),
  /** A new generation with the same settings; a result that the cloud still holds is fetched instead. */
  'generations.retry': defineCommand({ input: byGeneration, output: generationSummarySchema }),
  'generations.update': defineCommand({
    input: byGeneration.extend({
      title: z.string().trim().max(200).optional(),
      isFavourite: z.boolean().optional(),
    }),
    output: generationSummarySchema,
  }),

  /** What stood in the composer; `null` when nothing was written yet. */
  'drafts.get': defineQuery({
    input: nothing,
    output: z.object({ draft: draftSchema.nullable() }),
  }),
  'drafts.set': defineCommand({ input: z.object({ draft: draftSchema }), output: nothing }),

  'library.page': defineQuery({
    input: z.object({
      ...whichClips,
      sort: z.enum(sortOrders).default('newest'),
      cursor: z.string().max(1000).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(60),
    }),
    output: z.object({
      items: z.array(generationSummarySchema),
      nextCursor: z.string().nullable(),
    }),
  }),
  'library.count': defineQuery({
    input: z.object(whichClips),
    output: z.object({
      total: z.number().int(),
      durationMs: z.number().int(),
      bytes: z.number().int(),
    }),
  }),
  /** How many of what a search finds have each value; of a key that is chosen, as if it were not. */
  'library.facets': defineQuery({
    input: z.object(whichClips),
    output: z.object({
      groups: z.array(
        z.object({
          key: z.enum(facetKeys),
          /** As a search says them. */
          values: z.array(z.object({ value: z.string(), count: z.int() })),
        }),
      ),
    }),
    deadlineMs: 30_000,
  }),
  'library.counts': defineQuery({ input: nothing, output: countsSchema }),

  'assets.import': defineCommand({
    input: z.object({ grantId: grantIdSchema }),
    output: assetSchema,
  }),
  'assets.get': defineQuery({ input: z.object({ id: assetIdSchema }), output: assetSchema }),
  'assets.list': defineQuery({
    input: z.object({ limit: z.number().int().min(1).max(500).default(200) }),
    output: z.object({ items: z.array(assetSchema), total: z.number().int() }),
  }),

  /** Distinct prompts, last used first. */
  'prompts.list': defineQuery({
    input: z.object({
      search: z.string().max(500).default(''),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({
      items: z.array(
        z.object({
          id: z.number().int(),
          text: z.string(),
          useCount: z.number().int(),
          lastUsedAt: z.iso.datetime(),
          lastGenerationId: generationIdSchema.nullable(),
        }),
      ),
      total: z.number().int(),
    }),
  }),

  /** The cloud's own ledger, newest first, with the clips that are here; needs the cloud. */
  'account.credits': defineQuery({
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.object({ items: z.array(creditOfClipSchema) }),
    deadlineMs: 30_000,
  }),

  'data.overview': defineQuery({ input: nothing, output: overviewSchema, deadlineMs: 60_000 }),
  'data.requests': defineQuery({
    input: z.object({
      filter: ledgerFilterSchema.default({}),
      cursor: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      items: z.array(networkRequestSchema),
      nextCursor: z.number().int().nullable(),
    }),
  }),

  /** The same requests, by destination. */
  'data.requestSums': defineQuery({
    input: z.object({ filter: ledgerFilterSchema.default({}) }),
    output: z.object({ items: z.array(ledgerSumSchema) }),
  }),
  /** Writes the same requests to a file, newest first. */
  'data.saveRequests': defineCommand({
    input: z.object({
      grantId: grantIdSchema,
      format: z.enum(['csv', 'json']),
      filter: ledgerFilterSchema.default({}),
    }),
    output: z.object({ count: z.number().int() }),
    deadlineMs: 120_000,
  }),

  'archive.export': defineCommand({
    input: z.object({
      grantId: grantIdSchema,
      includeMedia: z.boolean().default(true),
      /** Everything without it. */
      only: exportSelectionSchema.optional(),
      /** What is known of each clip beside its video, and a table of all. */
      sidecars: z.boolean().default(false),
      /** As several archives that are no larger than this; one without it. */
      partBytes: z.int().min(smallestPartBytes).nullable().default(null),
    }),
    output: z.object({ taskId: taskIdSchema }),
  }),
  /** Reads the lists and the data of an archive and changes nothing. The same grant is good for one import after it. */
  'archive.inspect': defineQuery({
    input: z.object({ grantId: grantIdSchema }),
    output: archiveInspectionSchema,
    deadlineMs: 600_000,
  }),
  /** Verifies an archive, then takes over what is not here yet; the task's result says what was done. */
  'archive.import': defineCommand({
    input: z.object({
      grantId: grantIdSchema,
      /** Of a damaged archive what is whole; the report says what is not. Refused without it. */
      partly: z.boolean().default(false),
    }),
    output: z.object({ taskId: taskIdSchema }),
  }),
  /** Whether a move of the library to another folder is under way, or was cut off. */
  'library.moveState': defineQuery({ input: nothing, output: moveStateSchema }),
  /**
   * Copies everything to an empty folder, reads it again, and starts the engine there; then the old folder is emptied. Resolves
   * with the task. Until its end the library is where it was, and works.
   */
  'library.move': defineCommand({
    input: z.object({ grantId: grantIdSchema }),
    output: z.object({ taskId: taskIdSchema }),
    deadlineMs: 60_000,
  }),
  'library.continueMove': defineCommand({
    input: nothing,
    output: z.object({ taskId: taskIdSchema }),
    deadlineMs: 60_000,
  }),
  /** Removes what was copied. */
  'library.discardMove': defineCommand({ input: nothing, output: nothing, deadlineMs: 600_000 }),

  'tasks.get': defineQuery({ input: z.object({ id: taskIdSchema }), output: taskStateSchema }),
  'tasks.list': defineQuery({
    input: nothing,
    output: z.object({ items: z.array(taskStateSchema) }),
  }),
  'tasks.cancel': defineCommand({ input: z.object({ id: taskIdSchema }), output: taskStateSchema }),

  'erasure.plan': defineQuery({ input: nothing, output: erasurePlanSchema, deadlineMs: 60_000 }),
  /** Writes the fsynced wipe order and stops accepting work; the wipe itself runs in a fresh process. */
  'erasure.order': defineCommand({
    input: z.object({ planId: z.string(), alsoCloud: z.boolean().default(true) }),
    output: z.object({ ordered: z.literal(true) }),
    deadlineMs: 60_000,
  }),

  'generation.changed': defineEvent(generationSummarySchema),
  /** Its order or its pauses changed. */
  'queue.changed': defineEvent(queueStateSchema),
  'library.changed': defineEvent(z.object({ reason: z.enum(['added', 'updated', 'removed']) })),
  'cloud.changed': defineEvent(cloudStateSchema),
  'task.changed': defineEvent(taskStateSchema),
} as const;

export type EngineContract = typeof engineContract;
export interface EngineCallContext {
  readonly signal: AbortSignal;
}
export type EngineHandlers = Handlers<EngineContract, EngineCallContext>;
