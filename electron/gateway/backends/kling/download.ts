// Fetches one result into a file: from an allowed host only, whole or not at all, and a video by its bytes, not by its word.
// The key is never sent along.
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';

export type Download =
  | { readonly type: 'ok'; readonly path: string; readonly sizeBytes: number }
  /** The URL does not work any longer: ask for a fresh one. */
  | { readonly type: 'dead'; readonly status: number }
  /** An address that nothing is fetched from. */
  | { readonly type: 'forbidden'; readonly host: string }
  | { readonly type: 'failed'; readonly reason: string };

export interface DownloadDeps {
  readonly fetch: typeof fetch;
  /** Domains, subdomains included. */
  readonly domains: readonly string[];
  /** One more origin, for a platform on loopback. */
  readonly loopbackOrigin: string | null;
  readonly maxBytes: number;
  /** Longest silence. */
  readonly idleMs: number;
}

const deadStatuses = [401, 403, 404, 410];
const maxRedirects = 3;

export function isAllowed(
  url: URL,
  deps: Pick<DownloadDeps, 'domains' | 'loopbackOrigin'>,
): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (url.origin === deps.loopbackOrigin) return true;
  const isKnown = deps.domains.some(
    (domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`),
  );
  return url.protocol === 'https:' && url.port === '' && isKnown;
}

export async function download(
  deps: DownloadDeps,
  address: string,
  path: string,
  signal: AbortSignal,
): Promise<Download> {
  const idle = new AbortController();
  let timer = setTimeout(() => idle.abort(new Error('silence')), deps.idleMs);
  const touch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => idle.abort(new Error('silence')), deps.idleMs);
  };
  let result: Download = { type: 'failed', reason: 'nothing came' };
  try {
    result = await fetchInto(deps, address, path, AbortSignal.any([signal, idle.signal]), touch);
  } catch (thrown) {
    signal.throwIfAborted();
    result = { type: 'failed', reason: reasonOf(thrown) };
  } finally {
    clearTimeout(timer);
    if (result.type !== 'ok') await rm(path, { force: true });
  }
  return result;
}

async function fetchInto(
  deps: DownloadDeps,
  address: string,
  path: string,
  signal: AbortSignal,
  touch: () => void,
): Promise<Download> {
  let url = URL.canParse(address) ? new URL(address) : null;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    if (!url || !isAllowed(url, deps)) return { type: 'forbidden', host: url?.hostname ?? 'none' };
    const response = await deps.fetch(url.href, { redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      url = URL.canParse(location, url.href) ? new URL(location, url.href) : null;
      continue;
    }
    if (response.status === 200 && response.body) {
      return save(deps, response, response.body, path, touch);
    }
    await response.body?.cancel();
    return deadStatuses.includes(response.status)
      ? { type: 'dead', status: response.status }
      : { type: 'failed', reason: `status ${response.status}` };
  }
  return { type: 'failed', reason: 'too many redirections' };
}

async function save(
  deps: DownloadDeps,
  response: Response,
  body: NonNullable<Response['body']>,
  path: string,
  touch: () => void,
): Promise<Download> {
  const promised = response.headers.get('content-length');
  if (promised !== null && Number(promised) > deps.maxBytes) {
    await body.cancel();
    return { type: 'failed', reason: 'too large' };
  }
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let start = Buffer.alloc(0);
  const file = await open(path, 'w', 0o600);
  try {
    for await (const part of body) {
      touch();
      sizeBytes += part.length;
      if (sizeBytes > deps.maxBytes) return { type: 'failed', reason: 'too large' };
      if (start.length < 12) start = Buffer.concat([start, part]).subarray(0, 12);
      hash.update(part);
      await file.write(part);
    }
  } finally {
    await file.close();
  }
  if (promised !== null && Number(promised) !== sizeBytes) {
    return { type: 'failed', reason: `${sizeBytes} of ${promised} bytes` };
  }
  // ISO 14496-12: a file type box comes first.
  if (start.subarray(4, 8).toString('latin1') !== 'ftyp') {
    return { type: 'failed', reason: 'not an MP4' };
  }
  return { type: 'ok', path, sizeBytes };
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'no answer';
  const { cause } = thrown;
  return (cause instanceof Error ? cause.message : thrown.message).slice(0, 200);
}
