// Where the cloud is: the address in KLING5_CLOUD_URL, or the embedded gateway.
import { AppError } from '#shared/errors.ts';
import type { EmbeddedGateway, Endpoint } from './embedded-gateway.ts';
import type { SecretStore } from './secrets.ts';

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}

/** Plain HTTP is for this machine alone. */
function readCloudUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isAllowed =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isAllowed) {
    throw new AppError('url-forbidden', 'The cloud address is an https address', {
      details: { url: value.slice(0, 200) },
    });
  }
  return url.origin;
}

export function createCloudEndpoint(
  gateway: EmbeddedGateway,
  secrets: SecretStore,
): () => Promise<Endpoint> {
  return async () => {
    const elsewhere = process.env['KLING5_CLOUD_URL'];
    if (!elsewhere) return gateway.endpoint();
    const token = process.env['KLING5_CLOUD_TOKEN'] ?? (await secrets.get('cloud-token')) ?? '';
    return { baseUrl: readCloudUrl(elsewhere), token, isEmbedded: false };
  };
}
