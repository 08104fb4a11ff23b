// Answers the contract's calls about deletions in the cloud.
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { EngineContext, ErasuresHandlers } from '../engine-context.ts';
import { countErasures, listErasures, readErasure } from './erasure-views.ts';
import { keepHere } from './keep-here.ts';
import { findOutcome, listOfWipe } from '../erasure/residue-views.ts';
import { outcomeFile, receiptFile } from './receipt-file.ts';

export function createErasuresHandlers(context: EngineContext): ErasuresHandlers {
  const { db, clock, ids, host, erasures, emit } = context;
  const { home } = context.paths;
  return {
    'erasures.list': ({ limit, offset }) => {
      const ofWipe = listOfWipe(home);
      const items = ofWipe.slice(offset, offset + limit);
      const rest = limit - items.length;
      if (rest > 0) items.push(...listErasures(db, rest, Math.max(0, offset - ofWipe.length)));
      return { items, total: ofWipe.length + countErasures(db), waiting: erasures.waiting() };
    },
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
      const content = row ? receiptFile(row) : outcomeFile(findOutcome(home, id));
      if (content === null) throw new AppError('not-found', 'There is no such receipt.');
      const { path } = await host.call('grants.redeem', { grantId, use: 'write' });
      await writeFile(path, content);
      return { fileName: basename(path) };
    },
  };
}
