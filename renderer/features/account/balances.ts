// The balance after each entry of a ledger that comes newest first, worked back from what is available now. Pure.
import type { CreditEntry } from '#shared/gateway/service.ts';

export interface BalancedEntry extends CreditEntry {
  readonly balance: number;
}

export function withBalances(entries: readonly CreditEntry[], available: number): BalancedEntry[] {
  let balance = available;
  return entries.map((entry) => {
    const after = balance;
    balance -= entry.amount;
    return { ...entry, balance: after };
  });
}
