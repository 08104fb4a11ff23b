import { expect, it } from 'vitest';
import type { CreditEntry } from '#shared/gateway/service.ts';
import { withBalances } from './balances.ts';

const entry = (id: string, type: CreditEntry['type'], amount: number): CreditEntry => ({
  id,
  at: '2026-11-23T12:00:00Z',
  type,
  amount,
  generationId: null,
});

it('works back from what is available now to the very first entry', () => {
  const entries = [
    entry('d', 'settle', 0),
    entry('c', 'refund', 80),
    entry('b', 'hold', -80),
    entry('a', 'grant', 2400),
  ];
  expect(withBalances(entries, 2400).map(({ balance }) => balance)).toEqual([
    2400, 2400, 2320, 2400,
  ]);
});

it('has nothing to say about an empty ledger', () => {
  expect(withBalances([], 5)).toEqual([]);
});
