// Results behind signed URLs that stop working: Range, If-Range with a strong ETag, 403 for a dead or forged URL.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseByteRange, rangeApplies } from '../outputs/byte-range.ts';
import { encodeSampleClip } from './sample-clip.ts';
import type { Task } from './task-store.ts';

export interface MediaOptions {
  readonly secret: string;
  readonly now: () => number;
  readonly urlLifetimeMs: number;
}

export type MediaFault = 'cut' | 'wrong-length' | 'not-a-video';

export function createMedia({ secret, now, urlLifetimeMs }: MediaOptions) {
  const clips = new Map<string, Promise<Buffer>>();
  const signatureOf = (id: string, expires: string) =>
    createHmac('sha256', secret).update(`${id}\n${expires}`).digest('base64url');

  function isSigned(id: string, query: URLSearchParams): boolean {
    const expires = query.get('expires') ?? '';
    const given = Buffer.from(query.get('signature') ?? '');
    const expected = Buffer.from(signatureOf(id, expires));
    return (
      given.length === expected.length &&
      timingSafeEqual(given, expected) &&
      Number(expires) > now()
    );
  }

  function clipOf(task: Task): Promise<Buffer> {
    const clip = clips.get(task.id) ?? encodeSampleClip(task);
    clips.set(task.id, clip);
    return clip;
  }

  async function send(
    task: Task,
    request: IncomingMessage,
    response: ServerResponse,
    fault: MediaFault | null,
  ): Promise<void> {
    const clip =
      fault === 'not-a-video' ? Buffer.from('<html>sign in</html>'.repeat(20)) : await clipOf(task);
    const etag = `"${createHash('sha256').update(clip).digest('hex').slice(0, 32)}"`;
    const header = (name: string) => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    };
    const asked = parseByteRange(header('range'), clip.length);
    const range = rangeApplies(header('if-range'), etag) ? asked : ({ type: 'whole' } as const);
    const common = { ETag: etag, 'Accept-Ranges': 'bytes', 'Content-Type': 'video/mp4' };
    if (range.type === 'unsatisfiable') {
      response.writeHead(416, { ...common, 'Content-Range': `bytes */${clip.length}` }).end();
      return;
    }
    const part = range.type === 'part' ? clip.subarray(range.start, range.end) : clip;
    const contentRange =
      range.type === 'part'
        ? { 'Content-Range': `bytes ${range.start}-${range.end - 1}/${clip.length}` }
        : {};
    // Longer than promised goes out in chunks: HTTP itself would catch it otherwise.
    const length = fault === 'wrong-length' ? {} : { 'Content-Length': part.length };
    response.writeHead(range.type === 'part' ? 206 : 200, {
      ...common,
      ...contentRange,
      ...length,
    });
    if (fault === null || fault === 'not-a-video') response.end(part);
    else if (fault === 'wrong-length') response.end(part.subarray(0, Math.floor(part.length / 2)));
    else response.write(part.subarray(0, Math.floor(part.length / 2)), () => response.destroy());
  }

  return {
    /** Relative to the base URL. */
    pathOf: (task: Task): string => {
      const expires = String(now() + urlLifetimeMs);
      return `/media/${task.id}.mp4?expires=${expires}&signature=${signatureOf(task.id, expires)}`;
    },
    isSigned,
    send,
  };
}
