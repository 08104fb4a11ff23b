// The balance after each entry of a ledger that comes newest first, worked back from what is available now. Pure.
import type { CreditEntry } from '#shared/gateway/service.ts';

export type Balanced<Entry> = Entry & { readonly balance: number };

export function withBalances<Entry extends CreditEntry>(
  entries: readonly Entry[],
  available: number,
): Balanced<Entry>[] {
  let balance = available;
  return entries.map((entry) => {
    const after = balance;
    balance -= entry.amount;
    return { ...entry, balance: after };
  });
}
