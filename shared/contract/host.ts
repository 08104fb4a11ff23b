// Between engine and whoever hosts it (main process or command line). Never visible to the renderer: paths and secrets cross here.
import { z } from 'zod';
import { grantIdSchema } from '../domain/ids.ts';
import { defineCommand, defineEvent, defineQuery, type Handlers } from './define.ts';

const nothing = z.object({});

/** What the user chose a place for: a file to read, a file or folder to write to, a folder for the library or its backups. */
const grantUseSchema = z.enum(['read', 'write', 'folder']);
export type GrantUse = z.infer<typeof grantUseSchema>;

/** Calls that the host answers. */
export const hostContract = {
  /** Path behind a one-time grant; a second redemption is refused, and one for another use. */
  'grants.redeem': defineCommand({
    input: z.object({ grantId: grantIdSchema, use: grantUseSchema }),
    output: z.object({ path: z.string() }),
  }),
  /** Where the cloud is; starts the embedded gateway when it is not running. */
  'cloud.endpoint': defineCommand({
    input: nothing,
    output: z.object({ baseUrl: z.string(), token: z.string(), isEmbedded: z.boolean() }),
    deadlineMs: 60_000,
  }),
  /** The library was moved; the host keeps the new place for the next start. */
  'library.moved': defineCommand({ input: z.object({ path: z.string() }), output: nothing }),
  /** Ends this engine in good order, soon, and starts another. */
  'engine.startAgain': defineCommand({ input: nothing, output: nothing }),
  /** Entries of this app in the keychain, or in memory where there is none. */
  'secrets.count': defineQuery({ input: nothing, output: z.object({ count: z.number().int() }) }),
  /** Their names, without what they hold. */
  'secrets.names': defineQuery({
    input: nothing,
    output: z.object({ names: z.array(z.string()) }),
  }),
  /** Of the engine's own secrets; `permission-denied` for others. */
  'secrets.get': defineQuery({
    input: z.object({ name: z.string().max(80) }),
    output: z.object({ value: z.string().nullable() }),
  }),
  'secrets.set': defineCommand({
    input: z.object({ name: z.string().max(80), value: z.string().max(10_000) }),
    output: z.object({ isPersistent: z.boolean() }),
  }),
  'secrets.delete': defineCommand({
    input: z.object({ name: z.string().max(80) }),
    output: nothing,
  }),
} as const;
export type HostContract = typeof hostContract;
export type HostHandlers = Handlers<HostContract, { readonly signal: AbortSignal }>;

/** Calls that the engine answers to its host alone, besides the engine contract. */
export const hostedContract = {
  'media.resolve': defineQuery({
    input: z.object({
      /** `file`: one that the engine listed and gave an id. */
      kind: z.enum(['output', 'poster', 'asset', 'generation', 'file']),
      id: z.string().max(60),
    }),
    output: z.object({
      path: z.string(),
      mimeType: z.string(),
      sizeBytes: z.number().int(),
      etag: z.string(),
    }),
  }),
  /** The device was asleep: connections are gone, and waits are over. */
  'engine.wakeUp': defineCommand({ input: nothing, output: nothing }),
  /** Finishes what must be finished, closes the database; the host stops the process afterwards. */
  'engine.shutdown': defineCommand({ input: nothing, output: nothing, deadlineMs: 10_000 }),

  'engine.ready': defineEvent(z.object({ libraryLabel: z.string() })),
  'engine.failed': defineEvent(
    z.object({
      code: z.string(),
      message: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
} as const;
export type HostedContract = typeof hostedContract;
export type HostedHandlers = Handlers<HostedContract, { readonly signal: AbortSignal }>;
