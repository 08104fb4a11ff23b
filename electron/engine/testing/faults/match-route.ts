// Which route of the cloud's contract a request is for. Pure.
import { gatewayRoutes } from '#shared/gateway/routes.ts';

const patterns = Object.entries(gatewayRoutes).map(([name, { method, path }]) => ({
  name,
  method,
  pattern: new RegExp(`^${path.replaceAll(/:[a-zA-Z]+/g, '[^/]+')}$`),
}));

/** `url` with or without host and query; `null` for what the contract does not know. */
export function matchRouteName(method: string, url: string): string | null {
  const { pathname } = new URL(url, 'http://localhost');
  const found = patterns.find((entry) => entry.method === method && entry.pattern.test(pathname));
  return found?.name ?? null;
}
