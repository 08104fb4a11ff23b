// URLs that let their holder read one output for a while, without a token. Pure.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../refusal.ts';

export interface UrlSigner {
  /** Relative to the base URL. */
  sign(path: string, expiresAtMs: number): string;
  /** Refuses what was not signed here, and what is too old. */
  check(path: string, query: { expires: string; signature: string }, nowMs: number): void;
}

export function createUrlSigner(secret: string): UrlSigner {
  const signatureOf = (path: string, expires: string) =>
    createHmac('sha256', secret).update(`${path}\n${expires}`).digest('base64url');

  return {
    sign: (path, expiresAtMs) => {
      const expires = String(Math.floor(expiresAtMs / 1_000));
      const signature = signatureOf(path, expires);
      return `${path}?expires=${expires}&signature=${signature}`;
    },
    check: (path, { expires, signature }, nowMs) => {
      const expected = Buffer.from(signatureOf(path, expires));
      const given = Buffer.from(signature);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw new Refusal('forbidden', 'This URL was not signed here.');
      }
      if (Number(expires) * 1_000 <= nowMs) {
        throw new Refusal('expired', 'This URL has expired. Read the job again for a fresh one.');
      }
    },
  };
}
