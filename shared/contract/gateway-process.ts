// Between the embedded gateway's process and whoever started it.
import { z } from 'zod';
import { defineCommand, type Handlers } from './define.ts';
import { klingRegions } from '../domain/kling-key.ts';
import { klingKeySchema } from './kling-key.ts';

/** The user's own access to the Kling open platform. Only ever on its way from the keychain to the gateway's process. */
export const klingAccessSchema = z.object({
  /** An API key; with `secret`, the access key of the platform's older scheme. */
  key: klingKeySchema,
  secret: klingKeySchema.optional(),
  region: z.enum(klingRegions).optional(),
  /** Another address of the platform: https, or plain on loopback. */
  baseUrl: z.url().optional(),
});
export type KlingAccess = z.infer<typeof klingAccessSchema>;

export const gatewayProcessContract = {
  'gateway.start': defineCommand({
    input: z.object({
      /** Absolute folder of the gateway's own state. */
      dir: z.string(),
      /** 0 takes a free port; always on 127.0.0.1. */
      port: z.number().int().min(0).max(65_535),
      /** Bearer token of the one local account. */
      token: z.string().min(16),
      /** A script of misbehaviour, for tests. */
      faultsFile: z.string().nullable(),
      /** Absent: the demo, which sends nothing anywhere. */
      kling: klingAccessSchema.optional(),
    }),
    output: z.object({ baseUrl: z.string() }),
  }),
  'gateway.stop': defineCommand({ input: z.object({}), output: z.object({}) }),
} as const;

export type GatewayProcessContract = typeof gatewayProcessContract;
export type GatewayProcessHandlers = Handlers<
  GatewayProcessContract,
  { readonly signal: AbortSignal }
>;
