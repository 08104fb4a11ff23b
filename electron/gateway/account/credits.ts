// The credit ledger: append-only, its sum is what may be spent. Callers wrap changes in their own transaction.
import type { CreditEntry } from '#shared/gateway/service.ts';
import { decodeCursor, type Page, pageOf } from '../cursor.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import { isoNow, type Outside } from '../dependencies.ts';
import { Refusal } from '../refusal.ts';

/** Demo credits cost nothing; the first entry of each UTC day fills them up to this again. */
const demoCreditsPerDay = 2_400;

export interface Credits {
  balance(accountId: string): { available: number; held: number };
  /** Refuses when fewer are available. */
  hold(accountId: string, generationId: string, amount: number): void;
  settle(accountId: string, generationId: string): void;
  refund(accountId: string, generationId: string, amount: number): void;
  list(accountId: string, cursor: string | undefined, limit: number): Page<CreditEntry>;
}

/** How many credits a day's first look gives: never more than fills the account up, once a day. */
export function dailyGrant(today: string, lastGrantDay: string | null, owned: number): number {
  return today === lastGrantDay ? 0 : Math.max(0, demoCreditsPerDay - owned);
}

type EntryRow = {
  seq: number;
  id: string;
  at: string;
  type: CreditEntry['type'];
  amount: number;
  generation_id: string | null;
};

export interface CreditsOptions {
  /** A provider keeps the account and decides what can be paid; the ledger only notes what jobs took. */
  readonly isProviderPaid: boolean;
}

export function createCredits(
  database: GatewayDatabase,
  outside: Outside,
  { isProviderPaid }: CreditsOptions = { isProviderPaid: false },
): Credits {
  const insert = database.prepare<[string, string, string, string, number, string | null]>(
    `insert into credit_entry(id, account_id, at, type, amount, generation_id)
     values (?, ?, ?, ?, ?, ?)`,
  );
  const sum = database.prepare<[string], { available: number }>(
    'select coalesce(sum(amount), 0) available from credit_entry where account_id = ?',
  );
  const held = database.prepare<[string], { held: number }>(
    `select coalesce(sum(held_credits), 0) held from generation
     where account_id = ? and status in ('queued', 'running')`,
  );
  const lastGrant = database.prepare<[string], { at: string | null }>(
    `select max(at) at from credit_entry where account_id = ? and type = 'grant'`,
  );
  const page = database.prepare<[string, number, number], EntryRow>(
    `select seq, id, at, type, amount, generation_id from credit_entry
     where account_id = ? and seq < ? order by seq desc limit ?`,
  );

  function add(
    accountId: string,
    type: CreditEntry['type'],
    amount: number,
    generationId: string | null,
  ): void {
    insert.run(outside.ids(), accountId, isoNow(outside.clock), type, amount, generationId);
  }

  function owned(accountId: string): { available: number; held: number } {
    return {
      available: sum.get(accountId)?.available ?? 0,
      held: held.get(accountId)?.held ?? 0,
    };
  }

  function grantOfToday(accountId: string): void {
    if (isProviderPaid) return;
    const { available, held } = owned(accountId);
    const lastDay = lastGrant.get(accountId)?.at?.slice(0, 10) ?? null;
    const amount = dailyGrant(isoNow(outside.clock).slice(0, 10), lastDay, available + held);
    if (amount > 0) add(accountId, 'grant', amount, null);
  }

  return {
    balance: (accountId) => {
      grantOfToday(accountId);
      return owned(accountId);
    },
    hold: (accountId, generationId, amount) => {
      grantOfToday(accountId);
      const { available } = owned(accountId);
      if (amount > available && !isProviderPaid) {
        throw new Refusal(
          'credits-insufficient',
          `This needs ${amount} credits and ${available} are available.`,
        );
      }
      add(accountId, 'hold', -amount, generationId);
    },
    settle: (accountId, generationId) => add(accountId, 'settle', 0, generationId),
    refund: (accountId, generationId, amount) => add(accountId, 'refund', amount, generationId),
    list: (accountId, cursor, limit) => {
      grantOfToday(accountId);
      const rows = pageOf(page.all(accountId, decodeCursor(cursor), limit + 1), limit);
      return {
        nextCursor: rows.nextCursor,
        items: rows.items.map(({ id, at, type, amount, generation_id }) => ({
          id,
          at,
          type,
          amount,
          generationId: generation_id,
        })),
      };
    },
  };
}
