// Streams clips, posters and assets by id, with Range, from paths that only the engine resolved.
import type { Session } from 'electron';
import type { CallOutput } from '#shared/contract/define.ts';
import type { HostedContract } from '#shared/contract/host.ts';
import { AppError } from '#shared/errors.ts';
import { parseByteRange } from './byte-range.ts';
import { fileBody } from './file-body.ts';

type Media = CallOutput<HostedContract, 'media.resolve'>;
type MediaKind = 'output' | 'poster' | 'asset';

export interface MediaAddress {
  readonly kind: MediaKind;
  readonly id: string;
}

/** `media://output/<id>`, perhaps with `?v=2`, which is for the browser alone; anything else is `null`. */
export function parseMediaUrl(requestUrl: string): MediaAddress | null {
  const match = /^media:\/\/(output|poster|asset)\/([0-9a-z]{8,40})(?:\?v=\d{1,6})?$/.exec(
    requestUrl,
  );
  const [, kind, id] = match ?? [];
  return kind && id ? { kind: kind as MediaKind, id } : null;
}

function answer(request: Request, media: Media, readableBy: string): Response {
  const headers: Record<string, string> = {
    'content-type': media.mimeType,
    'accept-ranges': 'bytes',
    etag: media.etag,
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': readableBy,
  };
  const ifRange = request.headers.get('if-range');
  const range =
    ifRange !== null && ifRange !== media.etag
      ? ({ type: 'all' } as const)
      : parseByteRange(request.headers.get('range'), media.sizeBytes);
  if (range.type === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${media.sizeBytes}` },
    });
  }
  const [start, end] = range.type === 'part' ? [range.start, range.end] : [0, media.sizeBytes - 1];
  headers['content-length'] = String(end - start + 1);
  if (range.type === 'part') headers['content-range'] = `bytes ${start}-${end}/${media.sizeBytes}`;
  const body = request.method === 'HEAD' ? null : fileBody(media.path, start, end);
  return new Response(body, { status: range.type === 'part' ? 206 : 200, headers });
}

export interface MediaSource {
  /** The one origin whose page may read pixels; for others a picture is a picture and nothing more. */
  readonly readableBy: string;
  readonly resolve: (address: MediaAddress) => Promise<Media>;
}

export function serveMedia(session: Session, { readableBy, resolve }: MediaSource): void {
  session.protocol.handle('media', async (request) => {
    const address = parseMediaUrl(request.url);
    if (!address || (request.method !== 'GET' && request.method !== 'HEAD')) {
      return new Response('Not found', { status: 404 });
    }
    try {
      return answer(request, await resolve(address), readableBy);
    } catch (thrown) {
      const isGone = thrown instanceof AppError && thrown.code !== 'engine-unavailable';
      return new Response('Not found', { status: isGone ? 404 : 503 });
    }
  });
}
