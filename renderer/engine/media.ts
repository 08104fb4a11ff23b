// Addresses of media by id. The bytes come through the app's own protocol; no path is ever known here.

export type MediaKind = 'output' | 'poster' | 'asset';

const versions = new Map<string, number>();

export function mediaUrl(kind: MediaKind, id: string): string {
  const version = versions.get(`${kind}/${id}`);
  return `media://${kind}/${id}${version === undefined ? '' : `?v=${version}`}`;
}

/**
 * From now on another address of the same bytes. For a file that could not be read: the browser keeps what it was answered for an address,
 * "not found" as well, and would never see that the file is back.
 */
export function askAnew(kind: MediaKind, id: string): void {
  const key = `${kind}/${id}`;
  versions.set(key, (versions.get(key) ?? 0) + 1);
}
