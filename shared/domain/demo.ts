// Whether clips are the demo's: stand-ins that this device renders, for which nothing is sent and nothing is paid. The gateway
// runs on this device also when it works with the user's own key, so its place alone does not tell.
import type { ServiceDescription } from '../gateway/service.ts';

export const demoProviderId = 'this-device';

export function isDemo({ provider }: Pick<ServiceDescription, 'provider'>): boolean {
  return provider.id === demoProviderId;
}
