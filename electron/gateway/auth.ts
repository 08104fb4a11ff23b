// Who is asking, and what the token lets them do. Must not know routes or bodies.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ErasureToken } from '#shared/gateway/erasure.ts';
import type { RouteScope } from '#shared/gateway/routes.ts';
import { localAccountId } from './account/accounts.ts';
import type { GatewayDatabase } from './database/open-database.ts';
import type { Outside } from './dependencies.ts';
import { sha256Hex } from './digest.ts';
import { Refusal } from './refusal.ts';

const erasureTokenPrefix = 'erase_';
const erasureTokenDays = 365;
const dayMs = 86_400_000;

export interface Auth {
  /** The account behind the header; refuses a missing, unknown or too weak token. */
  authorise(header: string | undefined, scope: RouteScope): string;
  createErasureToken(accountId: string): ErasureToken;
}

const refused = () =>
  new Refusal('unauthorised', 'The token is missing or not known.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });

export function createAuth(database: GatewayDatabase, outside: Outside, token: string): Auth {
  const { clock } = outside;
  const now = () => new Date(clock.now()).toISOString();
  database.prepare<[string]>('delete from erasure_token where expires_at <= ?').run(now());
  const insert = database.prepare<[string, string, string]>(
    'insert into erasure_token(digest, account_id, expires_at) values (?, ?, ?)',
  );
  const find = database.prepare<[string, string], { account_id: string }>(
    'select account_id from erasure_token where digest = ? and expires_at > ?',
  );
  const expected = createHash('sha256').update(token).digest();

  return {
    authorise: (header, scope) => {
      if (scope === 'public' || scope === 'signed-url') return '';
      const given = /^Bearer ([\x21-\x7e]{1,600})$/i.exec(header ?? '')?.[1];
      if (given === undefined) throw refused();
      if (timingSafeEqual(createHash('sha256').update(given).digest(), expected)) {
        return localAccountId;
      }
      // Looked up by digest, so timing tells nothing about the token itself.
      const erasure = find.get(sha256Hex(given), now());
      if (!erasure) throw refused();
      if (scope !== 'erasure') {
        throw new Refusal('forbidden', 'This token can only erase.');
      }
      return erasure.account_id;
    },
    createErasureToken: (accountId) => {
      const secret = `${erasureTokenPrefix}${Buffer.from(outside.random(32)).toString('base64url')}`;
      const expiresAt = new Date(clock.now() + erasureTokenDays * dayMs).toISOString();
      insert.run(sha256Hex(secret), accountId, expiresAt);
      return { token: secret, expiresAt };
    },
  };
}
