// Whether the library is still where it was opened: a network drive disconnects, a cable is pulled, a folder is renamed in the middle of
// work. Only looks; what happens then is decided by who started the engine. Makes nothing, since a folder made now would be in the way
// of the real one.
import { access } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';

/** An idle engine wakes the machine no more often than this; failures of work are looked into at once. */
const lookEveryMs = 10_000;
/** A hiccup of the network is not the end of it. */
const secondLookMs = 700;

export async function isLibraryThere(marker: string): Promise<boolean> {
  return access(marker).then(
    () => true,
    () => false,
  );
}

export function libraryMissing(cause?: unknown): AppError {
  return new AppError(
    'library-missing',
    'The library folder is not there. Connect its drive, or choose another folder.',
    { retryable: true, ...(cause === undefined ? {} : { cause }) },
  );
}

/** Asked before a folder is made in the library, and before somebody is told that something is in it. */
export async function requireLibrary({ marker }: { readonly marker: string }): Promise<void> {
  if (!(await isLibraryThere(marker))) throw libraryMissing();
}

export interface LibraryWatchDeps {
  readonly db: Database;
  readonly marker: string;
  readonly clock: Pick<Clock, 'later'>;
  /** Called once, when two looks in a row found no library. */
  readonly onGone: () => void;
}

export interface LibraryWatch {
  /** Something failed that a library which is gone would explain. */
  suspect(): void;
  stop(): void;
}

export function watchLibrary({ db, marker, clock, onGone }: LibraryWatchDeps): LibraryWatch {
  let cancel: () => void = () => undefined;
  let isOver = false;
  let missed = 0;

  const plan = (delayMs: number) => {
    cancel();
    if (!isOver) cancel = clock.later(delayMs, () => void look());
  };

  async function look(): Promise<void> {
    const isThere = (await isLibraryThere(marker)) && isReadable(db);
    if (isOver) return;
    missed = isThere ? 0 : missed + 1;
    if (missed < 2) {
      plan(missed === 0 ? lookEveryMs : secondLookMs);
      return;
    }
    isOver = true;
    onGone();
  }

  plan(lookEveryMs);
  return {
    suspect: () => {
      if (missed === 0) plan(0);
    },
    stop: () => {
      isOver = true;
      cancel();
    },
  };
}

/** A drive that came back within moments has files of the same names, and the database is open on what was there before. */
function isReadable({ connection }: Database): boolean {
  if (!connection.open || connection.inTransaction) return true;
  try {
    connection.pragma('schema_version');
    return true;
  } catch (thrown) {
    return !String((thrown as { code?: unknown }).code).startsWith('SQLITE_IOERR');
  }
}

/** Somebody has just plugged the drive in and looks at the window. */
const returnEveryMs = 1000;

/** Calls back once, as soon as a library that is missing is there. */
export function awaitLibrary(
  marker: string,
  clock: Pick<Clock, 'later'>,
  onBack: () => void,
): void {
  const look = async () => {
    if (await isLibraryThere(marker)) onBack();
    else clock.later(returnEveryMs, () => void look());
  };
  clock.later(returnEveryMs, () => void look());
}
