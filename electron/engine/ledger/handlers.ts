// The calls about the network ledger.
import type { EngineContext, LedgerHandlers } from '../engine-context.ts';
import { listLedger, sumLedgerByHost } from '../database/ledger-reads.ts';
import { saveLedger } from './save-ledger.ts';

export function createLedgerHandlers(context: EngineContext): LedgerHandlers {
  const { db, host, onward } = context;
  return {
    'data.requests': async ({ filter, cursor, limit }) => {
      if (cursor === null) await onward.pull();
      const items = listLedger(db, filter, cursor, limit + 1);
      const page = items.slice(0, limit);
      return { items: page, nextCursor: items.length > limit ? (page.at(-1)?.id ?? null) : null };
    },
    'data.requestSums': ({ filter }) => ({ items: sumLedgerByHost(db, filter) }),
    'data.saveRequests': async ({ grantId, format, filter }) => {
      const { path } = await host.call('grants.redeem', { grantId, use: 'write' });
      await onward.pull();
      return { count: await saveLedger(db, { path, format, filter }) };
    },
  };
}
