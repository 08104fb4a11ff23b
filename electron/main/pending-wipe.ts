// A wipe that was ordered is carried out here: before any window, engine or browser session exists.
import { pendingWipe, runPendingWipe } from '../engine/erasure/run-wipe.ts';
import type { Home } from './home.ts';
import { deleteAllSecrets } from '../host/secrets.ts';

export async function finishPendingWipe(home: Home): Promise<void> {
  if (!pendingWipe(home.path)) return;
  await runPendingWipe({
    home: home.path,
    now: () => new Date(),
    deleteSecrets: () => deleteAllSecrets(home.path),
  });
}
