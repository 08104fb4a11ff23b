// The accounts. The embedded gateway has one: whoever holds the token that it was started with.
import type { Account } from '#shared/gateway/service.ts';
import type { ProviderBackend } from '../backend.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import { type Clock, isoNow } from '../dependencies.ts';
import { notFound } from '../refusal.ts';
import type { Credits } from './credits.ts';

export const localAccountId = 'local';

export interface Accounts {
  read(accountId: string): Promise<Account>;
}

export function createAccounts(
  database: GatewayDatabase,
  credits: Credits,
  clock: Clock,
  provider: Pick<ProviderBackend, 'account' | 'balance'> | undefined,
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
    read: async (accountId) => {
      const row = select.get(accountId);
      if (!row) throw notFound('account');
      if (!provider) return { ...row, credits: credits.balance(accountId) };
      const left = await provider.balance();
      const { held } = credits.balance(accountId);
      return { ...row, ...provider.account, credits: { available: (left ?? held) - held, held } };
    },
  };
}
