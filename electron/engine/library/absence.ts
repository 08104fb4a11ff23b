// Which failures of calls make the engine look whether its library is still there. Decides nothing about what happens then.
import type { AppError, ErrorCode } from '#shared/errors.ts';
import type { EngineContext, EngineDeps } from '../engine-context.ts';
import { watchLibrary } from './library-presence.ts';

const signsOfAbsence: ReadonlySet<ErrorCode> = new Set([
  'disk-error',
  'file-missing',
  'permission-denied',
  'library-missing',
  'internal',
]);

/** Returns a function to be told of every call that failed. */
export function watchAbsence({
  clock,
  onLibraryGone,
  db,
  paths,
  onClose,
}: Pick<EngineDeps, 'clock' | 'onLibraryGone'> & Pick<EngineContext, 'db' | 'paths' | 'onClose'>): (
  error: AppError,
) => void {
  if (!onLibraryGone) return () => undefined;
  const watch = watchLibrary({ db, clock, marker: paths.marker, onGone: onLibraryGone });
  onClose(() => watch.stop());
  return ({ code }) => {
    if (signsOfAbsence.has(code)) watch.suspect();
  };
}
