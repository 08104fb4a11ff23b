// The token of the legacy generation: a JWT (RFC 7519, HS256) signed with the secret of an access key. Pure.
import { createHmac } from 'node:crypto';
import { tokenLifetime } from './provider-facts.ts';

export function signToken(accessKey: string, secretKey: string, nowMs: number): string {
  const nowS = Math.floor(nowMs / 1_000);
  const { validS, backdatedS } = tokenLifetime.value;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'HS256', typ: 'JWT' });
  const claims = part({ iss: accessKey, exp: nowS + validS, nbf: nowS - backdatedS });
  const signature = createHmac('sha256', secretKey).update(`${head}.${claims}`).digest('base64url');
  return `${head}.${claims}.${signature}`;
}
