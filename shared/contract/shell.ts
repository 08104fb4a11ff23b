// What the interface can ask of the main process: windows, dialogs, preferences. No domain data.
import { z } from 'zod';
import { klingRegions } from '../domain/kling-key.ts';
import { generationIdSchema, grantIdSchema } from '../domain/ids.ts';
import { klingKeySchema } from './kling-key.ts';
import {
  contrasts,
  languages,
  libraryLayouts,
  motions,
  type Preferences,
  themes,
} from '../domain/preferences.ts';
import { wipeReceiptSchema } from './data.ts';
import { dataFileSchema } from './inspect.ts';
import { defineCommand, defineEvent, defineQuery, type Handlers } from './define.ts';
import { shellFilesContract } from './shell-files.ts';

const nothing = z.object({});

export const preferencesSchema = z.object({
  theme: z.enum(themes),
  contrast: z.enum(contrasts),
  motion: z.enum(motions),
  language: z.enum(languages),
  notifications: z.boolean(),
  shortcuts: z.record(z.string().max(40), z.string().max(40).nullable()),
  libraryLayout: z.enum(libraryLayouts),
}) satisfies z.ZodType<Preferences>;

const engineHealthSchema = z.object({
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

/** What may be known about the user's own key. The key itself goes in and never comes out. */
const ownKeySchema = z.object({
  key: z
    .object({ scheme: z.enum(['api-key', 'access-key']), region: z.enum(klingRegions) })
    .nullable(),
  /** False: this machine has no keychain, and the key is forgotten when the app ends. */
  isPersistent: z.boolean(),
});
export type OwnKey = z.infer<typeof ownKeySchema>;

const supportPlaces = ['library', 'logs', 'help', 'support'] as const;

export const shellContract = {
  ...shellFilesContract,
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

  'ownKey.get': defineQuery({ input: nothing, output: ownKeySchema }),
  /** Kept in the keychain, and used from the next look at the cloud on. */
  'ownKey.set': defineCommand({
    input: z.object({
      key: klingKeySchema,
      secret: klingKeySchema.optional(),
      region: z.enum(klingRegions),
    }),
    output: ownKeySchema,
    deadlineMs: 120_000,
  }),
  'ownKey.remove': defineCommand({ input: nothing, output: ownKeySchema, deadlineMs: 120_000 }),

  /** Native dialogs answer with a grant or `null` when the user cancels. Minutes, since people think. */
  'dialogs.saveExport': defineCommand({
    input: z.object({
      suggestedName: z.string().max(120),
      type: z.enum(['archive', 'csv', 'json']).default('archive'),
    }),
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
  /** Picks the folder that the library moves to. `null` when the user cancels. */
  'dialogs.chooseMoveTarget': defineCommand({
    input: nothing,
    output: z.object({ grantId: grantIdSchema.nullable() }),
    deadlineMs: 3_600_000,
  }),
  /** Picks a folder for backups; one with other things in it gets a folder of its own inside. */
  'dialogs.chooseBackupFolder': defineCommand({
    input: nothing,
    output: z.object({ grantId: grantIdSchema.nullable() }),
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
  /** A file of Your data in the file manager. */
  'shell.revealFile': defineCommand({ input: dataFileSchema, output: nothing }),
  'shell.revealExport': defineCommand({
    input: z.object({ grantId: grantIdSchema }),
    output: nothing,
  }),
  'shell.open': defineCommand({
    input: z.object({ place: z.enum(supportPlaces) }),
    output: nothing,
  }),
  /** Opens the mail program with a message to support; the user reads, changes and sends it there. */
  'shell.writeMail': defineCommand({
    input: z.object({ subject: z.string().max(200), text: z.string().max(4000) }),
    output: nothing,
  }),
  /** Of the system, outside the window; a click on it brings the window to the front, at that clip. */
  'shell.notify': defineCommand({
    input: z.object({
      title: z.string().max(120),
      text: z.string().max(400),
      generationId: generationIdSchema.nullable(),
    }),
    output: nothing,
  }),
  /** On the dock or the task bar: a share from 0 to 1; `null` when nothing is under way. */
  'shell.showProgress': defineCommand({
    input: z.object({ share: z.number().min(0).max(1).nullable() }),
    output: nothing,
  }),
  'shell.restartEngine': defineCommand({ input: nothing, output: engineHealthSchema }),
  /** Runs the wipe that was ordered: this process ends and a fresh one carries it out. */
  'shell.runWipe': defineCommand({ input: nothing, output: nothing }),
  'shell.quit': defineCommand({ input: nothing, output: nothing }),

  'shell.healthChanged': defineEvent(engineHealthSchema),
  'shell.command': defineEvent(z.object({ command: z.string() })),
  /** A notification about this clip was clicked. */
  'shell.openClip': defineEvent(z.object({ id: generationIdSchema })),
} as const;

export type ShellContract = typeof shellContract;
export type ShellHandlers<Context> = Handlers<ShellContract, Context>;
