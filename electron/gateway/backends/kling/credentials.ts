// The user's own key for the platform: how it authorises a request, and how it is kept out of every text. Must not be logged.
import { sha256Hex } from '../../digest.ts';
import type { ApiGeneration } from './descriptors.ts';
import { signToken } from './sign-token.ts';

export type KlingCredentials =
  | { readonly type: 'api-key'; readonly apiKey: string }
  | { readonly type: 'access-key'; readonly accessKey: string; readonly secretKey: string };

export interface Authoriser {
  readonly api: ApiGeneration;
  /** Tells one key from another, and nothing about it. */
  readonly fingerprint: string;
  /** Whether a token depends on the time. */
  readonly isTimed: boolean;
  header(nowMs: number): string;
  /** The text without the key, its secret, or any token made of them. */
  redact(text: string): string;
}

export function createAuthoriser(credentials: KlingCredentials): Authoriser {
  const isKey = credentials.type === 'api-key';
  const secrets = isKey
    ? [credentials.apiKey]
    : [credentials.accessKey, credentials.secretKey].filter((secret) => secret !== '');
  return {
    api: isKey ? 'current' : 'legacy',
    fingerprint: sha256Hex(`kling\n${secrets[0] ?? ''}`).slice(0, 8),
    isTimed: !isKey,
    header: (nowMs) =>
      isKey
        ? `Bearer ${credentials.apiKey}`
        : `Bearer ${signToken(credentials.accessKey, credentials.secretKey, nowMs)}`,
    redact: (text) =>
      secrets
        .reduce((clean, secret) => clean.replaceAll(secret, '[key]'), text)
        .replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'),
  };
}
