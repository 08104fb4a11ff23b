// Where the cloud is and with which token, as the host says. Asked again when the present answer stops working.
import type { HostContract } from '#shared/contract/host.ts';
import type { TypedClient } from '#shared/rpc/typed-client.ts';
import { checkBaseUrl } from './url-rules.ts';

export interface Endpoint {
  readonly base: URL;
  readonly token: string;
  readonly isEmbedded: boolean;
}

export interface EndpointSource {
  current(): Promise<Endpoint>;
  /** Asks the host again, unless someone already did since `stale` was current. */
  renew(stale: Endpoint): Promise<Endpoint>;
}

export function createEndpointSource(host: TypedClient<HostContract>): EndpointSource {
  let known: Promise<Endpoint> | null = null;

  async function ask(): Promise<Endpoint> {
    const { baseUrl, token, isEmbedded } = await host.call('cloud.endpoint', {});
    return { base: checkBaseUrl(baseUrl), token, isEmbedded };
  }

  function current(): Promise<Endpoint> {
    if (known) return known;
    const asked = ask();
    known = asked;
    asked.catch(() => {
      if (known === asked) known = null;
    });
    return asked;
  }

  return {
    current,
    renew: async (stale) => {
      const present = await current();
      if (present === stale) known = null;
      return current();
    },
  };
}
