// What the interface can ask of the main process: windows, dialogs, preferences. No domain data.
import { z } from 'zod';
import { generationIdSchema, grantIdSchema } from '../domain/ids.ts';
import { wipeReceiptSchema } from './data.ts';
import { defineCommand, defineEvent, defineQuery, type Handlers } from './define.ts';

const nothing = z.object({});

export const themes = ['system', 'dark', 'light'] as const;
export const preferencesSchema = z.object({
  theme: z.enum(themes),
  contrast: z.enum(['system', 'more']),
  motion: z.enum(['system', 'reduced', 'full']),
  language: z.enum(['system', 'en']),
});
export type Preferences = z.infer<typeof preferencesSchema>;
export const defaultPreferences: Preferences = {
  theme: 'dark',
  contrast: 'system',
  motion: 'system',
  language: 'system',
};

export const engineHealthSchema = z.object({
  state: z.enum(['starting', 'ready', 'restarting', 'failed']),
  /** Why it failed or restarts; worded by the interface. */
  error: z
    .object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    })
    .nullable(),
  restarts: z.number().int(),
});
export type EngineHealth = z.infer<typeof engineHealthSchema>;

export const supportPlaces = ['library', 'logs', 'help', 'support'] as const;

export const shellContract = {
  'shell.info': defineQuery({
    input: nothing,
    output: z.object({
      version: z.string(),
      platform: z.enum(['darwin', 'win32', 'linux']),
      electron: z.string(),
      /** Last two folder names of the library, for people. */
      libraryLabel: z.string(),
      libraryIsDefault: z.boolean(),
      isKeychainAvailable: z.boolean(),
      /** Of a wipe that ended just before this start. */
      wipeReceipt: wipeReceiptSchema.nullable(),
    }),
  }),
  'shell.health': defineQuery({ input: nothing, output: engineHealthSchema }),
  'preferences.get': defineQuery({ input: nothing, output: preferencesSchema }),
  'preferences.set': defineCommand({
    input: preferencesSchema.partial(),
    output: preferencesSchema,
  }),

  /** Native dialogs answer with a grant or `null` when the user cancels. Minutes, since people think. */
  'dialogs.saveExport': defineCommand({
    input: z.object({ suggestedName: z.string().max(120) }),
    output: z.object({ grantId: grantIdSchema.nullable(), fileName: z.string() }),
    deadlineMs: 3_600_000,
  }),
  'dialogs.chooseArchive': defineCommand({
    input: nothing,
    output: z.object({ grantId: grantIdSchema.nullable(), fileName: z.string() }),
    deadlineMs: 3_600_000,
  }),
  'dialogs.chooseImages': defineCommand({
    input: z.object({ multiple: z.boolean() }),
    output: z.object({
      grants: z.array(z.object({ grantId: grantIdSchema, fileName: z.string() })),
    }),
    deadlineMs: 3_600_000,
  }),
  /** Picks a library folder and restarts the engine there. `changed` is false when the user cancels. */
  'dialogs.chooseLibrary': defineCommand({
    input: nothing,
    output: z.object({ changed: z.boolean(), libraryLabel: z.string() }),
    deadlineMs: 3_600_000,
  }),
  'clipboard.grantImage': defineCommand({
    input: nothing,
    output: z.object({ grantId: grantIdSchema.nullable(), fileName: z.string() }),
  }),
  'clipboard.writeText': defineCommand({
    input: z.object({ text: z.string().max(20_000) }),
    output: nothing,
  }),
  'shell.revealOutput': defineCommand({
    input: z.object({ id: generationIdSchema }),
    output: nothing,
  }),
  'shell.revealExport': defineCommand({
    input: z.object({ grantId: grantIdSchema }),
    output: nothing,
  }),
  'shell.open': defineCommand({
    input: z.object({ place: z.enum(supportPlaces) }),
    output: nothing,
  }),
  'shell.restartEngine': defineCommand({ input: nothing, output: engineHealthSchema }),
  /** Runs the wipe that was ordered: this process ends and a fresh one carries it out. */
  'shell.runWipe': defineCommand({ input: nothing, output: nothing }),
  'shell.quit': defineCommand({ input: nothing, output: nothing }),

  'shell.healthChanged': defineEvent(engineHealthSchema),
  'shell.command': defineEvent(z.object({ command: z.string() })),
} as const;

export type ShellContract = typeof shellContract;
export type ShellHandlers<Context> = Handlers<ShellContract, Context>;
