// Answers the contract's calls about the service: whether it answers, what it says about itself, and what clips have cost.
import type { EngineHandlers } from '#shared/contract/engine.ts';
import { readClipOfCloud } from '../database/generation-reads.ts';
import type { EngineContext } from '../engine-context.ts';

export function createCloudHandlers({
  db,
  cloud,
  gateway,
}: Pick<EngineContext, 'db' | 'cloud' | 'gateway'>) {
  return {
    'cloud.state': () => cloud.state(),
    'cloud.refresh': () => cloud.refresh(),
    'account.credits': async ({ limit }, { signal }) => {
      const { items } = await gateway.call('credits', { query: { limit }, signal });
      return {
        items: items.map((entry) => ({
          ...entry,
          clip: entry.generationId === null ? null : readClipOfCloud(db, entry.generationId),
        })),
      };
    },
  } satisfies Partial<EngineHandlers>;
}
