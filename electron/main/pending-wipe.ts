// A wipe that was ordered is carried out here: before any window, engine or browser session exists. What carries it out is loaded only when
// there is an order.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { orderName } from '../engine/erasure/home-names.ts';
import type { Home } from './home.ts';

export async function finishPendingWipe(home: Home): Promise<void> {
  if (!existsSync(join(home.path, orderName))) return;
  const [{ runPendingWipe }, { deleteAllSecrets }] = await Promise.all([
    import('../engine/erasure/run-wipe.ts'),
    import('../host/secrets.ts'),
  ]);
  await runPendingWipe({
    home: home.path,
    now: () => new Date(),
    deleteSecrets: () => deleteAllSecrets(home.path),
  });
}
