// Addresses of media by id. The bytes come through the app's own protocol; no path is ever known here.

export type MediaKind = 'output' | 'poster' | 'asset';

export function mediaUrl(kind: MediaKind, id: string): string {
  return `media://${kind}/${id}`;
}
