// Between the embedded gateway's process and whoever started it.
import { z } from 'zod';
import { defineCommand, type Handlers } from './define.ts';

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
