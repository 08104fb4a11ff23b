// The accounts. The embedded gateway has one: whoever holds the token that it was started with.
import type { Account } from '#shared/gateway/service.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import { type Clock, isoNow } from '../dependencies.ts';
import { notFound } from '../refusal.ts';
import type { Credits } from './credits.ts';

export const localAccountId = 'local';

export interface Accounts {
  read(accountId: string): Account;
}

export function createAccounts(
  database: GatewayDatabase,
  credits: Credits,
  clock: Clock,
): Accounts {
  database
    .prepare<[string, string, string, string]>(
      `insert into account(id, name, email, plan, created_at) values (?, ?, null, ?, ?)
       on conflict do nothing`,
    )
    .run(localAccountId, 'Demo account', 'Demo', isoNow(clock));
  const select = database.prepare<
    [string],
    { id: string; name: string; email: string | null; plan: string }
  >('select id, name, email, plan from account where id = ?');

  return {
    read: (accountId) => {
      const row = select.get(accountId);
      if (!row) throw notFound('account');
      return { ...row, credits: credits.balance(accountId) };
    },
  };
}
