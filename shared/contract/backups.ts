// Backups by a plan: a verified archive every so many hours in a folder of the user's choice, the newest ones kept, and the way back.
import { z } from 'zod';
import { grantIdSchema, taskIdSchema } from '../domain/ids.ts';
import { defineCommand, defineEvent, defineQuery } from './define.ts';

const mostBackupsKept = 100;
const mostHoursBetween = 24 * 31;

export const backupChoiceSchema = z.object({
  isOn: z.boolean(),
  everyHours: z.int().min(1).max(mostHoursBetween),
  keep: z.int().min(1).max(mostBackupsKept),
  includeMedia: z.boolean(),
});
export type BackupChoice = z.infer<typeof backupChoiceSchema>;

const backupNameSchema = z.string().min(1).max(120);

const backupFileSchema = z.object({
  name: backupNameSchema,
  at: z.iso.datetime(),
  sizeBytes: z.int(),
  /** Made by the plan, or what was there before a restore. */
  kind: z.enum(['planned', 'before-restore']),
});
export type BackupFile = z.infer<typeof backupFileSchema>;

const backupStateSchema = z.object({
  choice: backupChoiceSchema,
  /** Names of the last two folders, for people; `null` when none was chosen. */
  folderLabel: z.string().nullable(),
  isFolderThere: z.boolean(),
  lastAt: z.iso.datetime().nullable(),
  /** When the next one is due; `null` when none is. */
  nextAt: z.iso.datetime().nullable(),
  /** Why the last try did not work, until one does. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  taskId: taskIdSchema.nullable(),
  /** Newest first. */
  backups: z.array(backupFileSchema),
});
export type BackupState = z.infer<typeof backupStateSchema>;

const nothing = z.object({});
const begun = z.object({ taskId: taskIdSchema });

export const backupsContract = {
  'backups.state': defineQuery({ input: nothing, output: backupStateSchema }),
  /** Marks the folder as one for backups; files of others in it are never touched. */
  'backups.choose': defineCommand({
    input: z.object({ grantId: grantIdSchema }),
    output: backupStateSchema,
  }),
  'backups.change': defineCommand({
    input: backupChoiceSchema.partial(),
    output: backupStateSchema,
  }),
  /** No more backups; those that are there stay where they are. */
  'backups.forget': defineCommand({ input: nothing, output: backupStateSchema }),
  'backups.now': defineCommand({ input: nothing, output: begun }),
  /**
   * Saves what is here now, then brings back what the backup has: clips that were erased since, and titles, marks and tags as they
   * were. What was made since stays.
   */
  'backups.restore': defineCommand({
    input: z.object({ name: backupNameSchema }),
    output: begun,
  }),
  'backups.changed': defineEvent(backupStateSchema),
} as const;
