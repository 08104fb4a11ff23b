// Where everything in a library folder is. Names only; touches no disk.
import { join } from 'node:path';

export interface LibraryPaths {
  readonly marker: string;
  /** Held by the running engine; see library-lock.ts. */
  readonly lock: string;
  readonly database: string;
  readonly backups: string;
  readonly videos: string;
  readonly assets: string;
  readonly posters: string;
  readonly incoming: string;
}

export const markerName = '.kling5-library';
/** Of a folder that a library is being moved to. */
export const arrivingName = '.kling5-arriving';
export const lockName = '.kling5-lock';

export function libraryPaths(library: string): LibraryPaths {
  return {
    marker: join(library, markerName),
    lock: join(library, lockName),
    database: join(library, 'library.db'),
    backups: join(library, 'backups'),
    videos: join(library, 'videos'),
    assets: join(library, 'assets'),
    posters: join(library, 'posters'),
    incoming: join(library, 'incoming'),
  };
}
