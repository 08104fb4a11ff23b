// Forgets requests of the network ledger that are older than the user wants to keep: a while after the start, then every few hours,
// and at once when the period is made shorter.
import type { EngineContext } from '../engine-context.ts';
import { pruneLedger } from '../database/ledger-writes.ts';

const dayMs = 86_400_000;
const firstMs = 60_000;
const everyMs = 3 * 3_600_000;

type Needs = Pick<EngineContext, 'db' | 'clock' | 'settings' | 'log' | 'onClose'>;

export function keepLedger({ db, clock, settings, log, onClose }: Needs): void {
  const forget = () => {
    const { ledgerDays } = settings.now;
    if (ledgerDays === null) return;
    const count = pruneLedger(db, clock.now() - ledgerDays * dayMs);
    if (count === 0) return;
    db.checkpoint(); // what was deleted is not in the log either
    log.info('ledger-forgotten', { count, ledgerDays });
  };
  const look = () => {
    cancel = clock.later(everyMs, look);
    forget();
  };
  let cancel = clock.later(firstMs, look);
  settings.onChange(forget);
  onClose(() => cancel());
}
