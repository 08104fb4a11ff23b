// Answers the contract's calls about deletions in the cloud.
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { EngineContext, ErasuresHandlers } from '../engine-context.ts';
import { countErasures, listErasures, readErasure } from './erasure-views.ts';
import { keepHere } from './keep-here.ts';
import { receiptFile } from './receipt-file.ts';

export function createErasuresHandlers(context: EngineContext): ErasuresHandlers {
  const { db, clock, ids, host, erasures, emit } = context;
  return {
    'erasures.list': ({ limit, offset }) => ({
      items: listErasures(db, limit, offset),
      total: countErasures(db),
      waiting: erasures.waiting(),
    }),
    'erasures.keepHere': ({ ids: wanted }) => {
      const effect = keepHere(db, wanted, { nowMs: clock.now(), makeId: () => ids.make() });
      emit('library.changed', { reason: 'updated' });
      erasures.wake();
      return effect;
    },
    'erasures.tryNow': async () => {
      await erasures.tryNow();
      return erasures.waiting();
    },
    'erasures.saveReceipt': async ({ id, grantId }) => {
      const row = readErasure(db, id);
      if (!row) throw new AppError('not-found', 'There is no such receipt.');
      const { path } = await host.call('grants.redeem', { grantId });
      await writeFile(path, receiptFile(row));
      return { fileName: basename(path) };
    },
  };
}
