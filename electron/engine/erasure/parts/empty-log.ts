// Moves the write-ahead log into the database and empties it, so that deleted words are nowhere on the disk. Whoever reads the database
// at this moment (an export) holds it back; then it is tried again until it works, without blocking the engine.
import type { EngineContext } from '../../engine-context.ts';

const againMs = 250;
const busyTimeoutMs = 5000;

/** False when `isOver` said so before it worked; the next open of the database does it. */
export async function emptyLog(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  isOver: () => boolean,
): Promise<boolean> {
  for (;;) {
    if (!db.connection.open || isOver()) return false;
    if (truncated(db)) return true;
    await clock.sleep(againMs);
  }
}

function truncated({ connection }: EngineContext['db']): boolean {
  connection.pragma('busy_timeout = 0');
  try {
    const [answer] = connection.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
    return answer?.busy === 0;
  } finally {
    connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
  }
}
