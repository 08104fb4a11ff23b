// How a job ends: its status and its credits change together or not at all.
import type { Credits } from '../account/credits.ts';
import type { GatewayDatabase } from '../database/open-database.ts';
import { type Clock, isoNow } from '../dependencies.ts';
import type { Ending, GenerationRow, GenerationRows } from './generation-rows.ts';

export type EndJob = (row: GenerationRow, ending: Omit<Ending, 'at'>, also?: () => void) => boolean;

/** `also` runs in the same transaction. False when the job had ended before. */
export function createEndJob(
  database: GatewayDatabase,
  rows: GenerationRows,
  credits: Credits,
  clock: Clock,
): EndJob {
  return (row, ending, also) =>
    database.transaction(() => {
      if (!rows.end(row.id, { ...ending, at: isoNow(clock) })) return false;
      if (ending.status === 'succeeded') credits.settle(row.account_id, row.id);
      else credits.refund(row.account_id, row.id, row.held_credits);
      also?.();
      return true;
    })();
}
