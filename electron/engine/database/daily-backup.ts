// One verified backup of the database a day, made while the engine runs.
import { toAppError } from '#shared/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { backUp, lastBackupAt } from './backup.ts';

const dayMs = 24 * 3_600_000;
/** Nobody waits for it at the start. */
const firstCheckMs = 60_000;

export function backUpDaily({
  db,
  paths,
  clock,
  log,
  onClose,
}: Pick<EngineContext, 'db' | 'paths' | 'clock' | 'log' | 'onClose'>): void {
  let cancel = () => undefined as void;
  const check = () => {
    cancel = clock.later(dayMs / 4, check);
    // one from the future was made while the clock was wrong
    const ageMs = clock.now() - lastBackupAt(paths.backups, 'daily');
    if (ageMs >= 0 && ageMs < dayMs) return;
    try {
      log.info('backed-up', { backup: backUp(db.connection, paths.backups, 'daily', clock.now()) });
    } catch (thrown) {
      log.error('backup-failed', { code: toAppError(thrown).code });
    }
  };
  cancel = clock.later(firstCheckMs, check);
  onClose(() => cancel());
}
