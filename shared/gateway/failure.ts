// Every refusal of the gateway has this body.
import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';

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

/** What each of them is called on this side. */
export const errorOfGateway = {
  'invalid-request': 'cloud-rejected',
  unauthorised: 'cloud-unauthorised',
  forbidden: 'cloud-rejected',
  'not-found': 'not-found',
  'key-conflict': 'key-conflict',
  'destination-changed': 'destination-changed',
  'offset-conflict': 'conflict',
  'hash-mismatch': 'hash-mismatch',
  'too-large': 'asset-too-large',
  'unsupported-media': 'asset-unsupported',
  'policy-refused': 'policy-refused',
  'credits-insufficient': 'credits-insufficient',
  'rate-limited': 'cloud-rate-limited',
  unavailable: 'cloud-unavailable',
  expired: 'output-expired',
  internal: 'cloud-unavailable',
} as const satisfies Record<GatewayErrorCode, ErrorCode>;

export const gatewayFailureSchema = z.object({
  error: z.object({
    code: z.enum(gatewayErrorCodes).catch('internal'),
    message: z.string().max(500),
    /** The parameter or field that is meant. */
    field: z.string().max(80).optional(),
  }),
});
export type GatewayFailure = z.infer<typeof gatewayFailureSchema>;
