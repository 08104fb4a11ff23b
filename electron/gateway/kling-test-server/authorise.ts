// Who asks: a plain API key, or a JWT signed with an access key's secret. The current generation takes only the first.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Rejection } from './rejection.ts';

export interface KnownKeys {
  readonly apiKeys: readonly string[];
  /** API keys of a second account, which does not see the tasks of the first. */
  readonly otherApiKeys?: readonly string[];
  /** Secret by access key. */
  readonly accessKeys: Readonly<Record<string, string>>;
}

const headerSchema = z.object({ alg: z.literal('HS256'), typ: z.literal('JWT') });
const claimsSchema = z.object({ iss: z.string(), exp: z.number(), nbf: z.number() });

export function authorise(
  header: string | undefined,
  generation: 'current' | 'legacy',
  keys: KnownKeys,
  nowMs: number,
): 'first' | 'other' {
  const token = /^Bearer (.+)$/.exec(header ?? '')?.[1];
  if (token === undefined) throw new Rejection(1001, 'Authorization is empty');
  if (keys.apiKeys.includes(token)) return 'first';
  if (keys.otherApiKeys?.includes(token)) return 'other';
  const parts = token.split('.');
  if (parts.length !== 3) throw new Rejection(1002, 'Authorization is invalid');
  if (generation === 'current') {
    throw new Rejection(1002, 'Authorization is invalid: this interface does not support AK/SK');
  }
  checkJwt(parts, keys, nowMs);
  return 'first';
}

function checkJwt(parts: readonly string[], keys: KnownKeys, nowMs: number): void {
  const [head = '', body = '', signature = ''] = parts;
  const header = headerSchema.safeParse(readPart(head));
  const claims = claimsSchema.safeParse(readPart(body));
  const secret = claims.success ? keys.accessKeys[claims.data.iss] : undefined;
  if (!header.success || !claims.success || secret === undefined) {
    throw new Rejection(1002, 'Authorization is invalid');
  }
  const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Rejection(1002, 'Authorization is invalid');
  }
  const nowS = nowMs / 1_000;
  if (claims.data.nbf > nowS) throw new Rejection(1003, 'Authorization is not yet valid');
  if (claims.data.exp <= nowS) throw new Rejection(1004, 'Authorization has expired');
}

function readPart(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
