// What the user sets about the work of the engine: transfers, and how long things are kept.
import { z } from 'zod';
import {
  fetchElsewhereChoices,
  leastBytesPerSecond,
  mostDownloadsAtOnce,
} from '../domain/studio-settings.ts';
import { defineCommand, defineEvent, defineQuery } from './define.ts';

/** At least one bound, so that no rule means everything. */
export const cleanUpRuleSchema = z
  .object({
    olderThanDays: z.number().int().min(1).max(36_500).nullable(),
    largerThanBytes: z.number().int().min(1).nullable(),
    onlyUnrated: z.boolean(),
  })
  .refine(
    ({ olderThanDays, largerThanBytes }) => olderThanDays !== null || largerThanBytes !== null,
    'A rule needs an age or a size.',
  );

export const studioSettingsSchema = z.object({
  downloadsAtOnce: z.number().int().min(1).max(mostDownloadsAtOnce),
  bytesPerSecond: z.number().int().min(leastBytesPerSecond).nullable(),
  ledgerDays: z.number().int().min(1).max(3650).nullable(),
  fetchElsewhere: z.enum(fetchElsewhereChoices),
  trashDays: z.number().int().min(1).max(3650).nullable(),
  cleanUp: cleanUpRuleSchema.nullable(),
  keepOnlyHere: z.boolean(),
});

export const settingsContract = {
  'settings.get': defineQuery({ input: z.object({}), output: studioSettingsSchema }),
  /** Holds at once, also for what is under way. */
  'settings.change': defineCommand({
    input: studioSettingsSchema.partial(),
    output: studioSettingsSchema,
  }),
  'settings.changed': defineEvent(studioSettingsSchema),
} as const;
