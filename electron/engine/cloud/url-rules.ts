// Where the engine may send a request: the cloud's own address, and for results that host or one it listed. Pure.
import { AppError } from '#shared/errors.ts';

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** https anywhere, plain http only on this machine, no names or passwords inside. */
export function checkBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isAllowed =
    url !== null &&
    url.username === '' &&
    url.password === '' &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
  if (!url || !isAllowed) {
    throw new AppError('url-forbidden', 'The address of the cloud is not an https address.');
  }
  return url;
}

/** The address of a result, which may be relative to the base. Refuses every host that was not agreed on. */
export function resolveResultUrl(
  text: string,
  base: URL,
  downloadHosts: readonly string[] = [],
): URL {
  if (!URL.canParse(text, base.href)) throw forbidden('');
  const url = new URL(text, base);
  const isOwn = url.origin === base.origin;
  const isListed = url.protocol === 'https:' && downloadHosts.includes(url.host);
  if ((!isOwn && !isListed) || url.username !== '' || url.password !== '')
    throw forbidden(url.host);
  return url;
}

function forbidden(host: string): AppError {
  return new AppError(
    'url-forbidden',
    'The cloud sent the address of another host. Nothing was fetched from there.',
    { details: { host: host.slice(0, 200) } },
  );
}
