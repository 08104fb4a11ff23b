// Removes what an import or an export left behind when the engine died in the middle of it.
import { toAppError } from '#shared/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { sweepExports } from './export/unfinished-exports.ts';
import { takeBackPlaces } from './import/import-places.ts';

/** Call it before any job runs, since jobs place files too. */
export function tidyArchives({
  db,
  paths,
  log,
}: Pick<EngineContext, 'db' | 'paths' | 'log'>): void {
  try {
    const placed = takeBackPlaces(db, paths);
    const parts = sweepExports(db);
    if (placed + parts > 0) log.info('archives-tidied', { placed, parts });
  } catch (thrown) {
    log.warn('sweep-failed', { code: toAppError(thrown).code });
  }
}
