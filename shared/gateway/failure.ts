// Every refusal of the gateway has this body.
import { z } from 'zod';

export const gatewayErrorCodes = [
  'invalid-request',
  'unauthorised',
  'forbidden',
  'not-found',
  'key-conflict',
  'destination-changed',
  'offset-conflict',
  'hash-mismatch',
  'too-large',
  'unsupported-media',
  'policy-refused',
  'credits-insufficient',
  'rate-limited',
  'unavailable',
  'expired',
  'internal',
] as const;
export type GatewayErrorCode = (typeof gatewayErrorCodes)[number];

export const gatewayFailureSchema = z.object({
  error: z.object({
    code: z.enum(gatewayErrorCodes).catch('internal'),
    message: z.string().max(500),
    /** The parameter or field that is meant. */
    field: z.string().max(80).optional(),
  }),
});
export type GatewayFailure = z.infer<typeof gatewayFailureSchema>;
