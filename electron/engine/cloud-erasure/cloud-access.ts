// The way to a cloud by its name: today's, with the account; an earlier one, with nothing but a delete-only token. Every request is in
// the ledger.
import { AppError } from '#shared/errors.ts';
import type { Endpoint } from '../cloud/endpoint.ts';
import { createGatewayClient, type GatewayClient } from '../cloud/gateway-client.ts';
import { createHttpClient, type HttpClient } from '../cloud/http-client.ts';
import { checkBaseUrl } from '../cloud/url-rules.ts';
import { recordRequest } from '../database/ledger-writes.ts';
import type { EngineContext } from '../engine-context.ts';
import type { CloudAccess } from './ask-cloud.ts';
import { embeddedCloud } from './pending-erasure.ts';

type Needs = Pick<EngineContext, 'clock' | 'db' | 'version' | 'host' | 'gateway' | 'cloud'>;

export interface CloudDoor {
  open(cloud: string | null): Promise<CloudAccess>;
  /** The name of today's cloud. */
  today(): Promise<string>;
  close(): void;
}

export function createCloudDoor(context: Needs): CloudDoor {
  const { clock, db, version, host } = context;
  let http: HttpClient | null = null;

  async function today(): Promise<string> {
    const { baseUrl, isEmbedded } = await host.call('cloud.endpoint', {});
    return isEmbedded ? embeddedCloud : checkBaseUrl(baseUrl).origin;
  }

  function clientOf(address: string): GatewayClient {
    http ??= createHttpClient({ clock, version, record: (request) => recordRequest(db, request) });
    const endpoint: Endpoint = { base: checkBaseUrl(address), token: '', isEmbedded: false };
    return createGatewayClient({
      http,
      clock,
      endpoints: { current: async () => endpoint, renew: async () => endpoint },
      onOutcome: () => undefined,
    });
  }

  return {
    today,
    open: async (cloud) => {
      const present = cloud === null ? await today() : await today().catch(() => null);
      if (present !== null && (cloud === null || cloud === present)) {
        return {
          name: present,
          hasAccount: true,
          call: (name, options) => context.gateway.call(name, options),
          service: async () =>
            context.cloud.state().service ?? (await context.gateway.call('service')),
        };
      }
      if (cloud === null || cloud === embeddedCloud) {
        throw new AppError('cloud-unavailable', 'The cloud on this device is not in use.');
      }
      const client = clientOf(cloud);
      return {
        name: cloud,
        hasAccount: false,
        call: (name, options) => client.call(name, options),
        service: () => client.call('service'),
      };
    },
    close: () => http?.close(),
  };
}
