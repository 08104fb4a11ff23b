// What the gateway says about itself while it works with the user's own key. Honest above all: what leaves the device, what
// stays with the provider, what is in the way.
import type { ServiceDescription } from '#shared/gateway/service.ts';
import type { KlingRegion } from './provider-facts.ts';

const regions = {
  global: { id: 'kling-global', name: 'Singapore' },
  china: { id: 'kling-china', name: 'Beijing' },
} as const satisfies Record<KlingRegion, ServiceDescription['region']>;

export function describeKling(
  baseUrl: URL,
  region: KlingRegion,
  trouble: string | null,
): Pick<ServiceDescription, 'name' | 'provider' | 'region' | 'status' | 'policy'> {
  const calm =
    `Prompts and images go to ${baseUrl.hostname}, with your own key. A clip cannot be stopped once ` +
    'Kling has it. Kling keeps its copy for 30 days and offers no way to delete it.';
  return {
    name: 'Kling with your own key',
    provider: { id: 'kling', name: 'Kling', retentionDays: 30 },
    region: regions[region],
    status:
      trouble === null
        ? { state: 'ok', message: calm.slice(0, 300) }
        : { state: 'degraded', message: trouble.slice(0, 300) },
    policy: { version: 'kling-platform-2026-07', effectiveDate: '2026-07-15' },
  };
}
