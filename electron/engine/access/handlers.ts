// Answers the contract's calls about what the cloud holds.
import type { EngineHandlers } from '#shared/contract/engine.ts';
import type { AccessRequests } from './cloud-access-requests.ts';

export function createAccessHandlers(
  access: AccessRequests,
): Pick<EngineHandlers, 'access.state' | 'access.ask'> {
  return {
    'access.state': () => access.state(),
    'access.ask': () => access.ask(),
  };
}
