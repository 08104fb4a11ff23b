// The bytes of an upload, an image or a video: written where they belong, and looked at when they are all there.
import { open } from 'node:fs/promises';
import type { UploadRequest } from '#shared/gateway/upload.ts';
import { hashFile } from '../files.ts';
import { imageMimeTypes, maxImageBytes, maxVideoBytes, videoMimeTypes } from '../models.ts';
import { Refusal } from '../refusal.ts';
import { hasEnd, type ImageHeader, readImageHeader } from './image-header.ts';
import { readVideoFacts } from '../video/video-facts.ts';
import type { UploadRow } from './upload-rows.ts';

/** Enough for the metadata that cameras put before the picture. */
const headBytes = 524_288;
/** Some cameras and editors write a little after the end. */
const tailBytes = 65_536;

const isVideo = (mimeType: string) => (videoMimeTypes as readonly string[]).includes(mimeType);

export function checkAnnouncement(wanted: UploadRequest): void {
  if (isVideo(wanted.mimeType)) {
    if (wanted.sizeBytes <= maxVideoBytes) return;
    throw new Refusal('too-large', `A video has at most ${maxVideoBytes} bytes.`, {
      field: 'sizeBytes',
    });
  }
  if (wanted.sizeBytes > maxImageBytes) {
    throw new Refusal('too-large', `An image has at most ${maxImageBytes} bytes.`, {
      field: 'sizeBytes',
    });
  }
  if (!(imageMimeTypes as readonly string[]).includes(wanted.mimeType)) {
    throw new Refusal(
      'unsupported-media',
      `Images are ${imageMimeTypes.join(', ')}, videos ${videoMimeTypes.join(', ')}.`,
      {
        field: 'mimeType',
      },
    );
  }
}

/** What was written stays, also when the sender goes away in the middle. */
export async function appendToPart(
  part: string,
  offset: number,
  sizeBytes: number,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  const file = await open(part, 'a', 0o600);
  let position = offset;
  try {
    for await (const chunk of bytes) {
      if (position + chunk.length > sizeBytes) {
        throw new Refusal('too-large', `The announced size is ${sizeBytes} bytes.`);
      }
      await file.appendFile(chunk);
      position += chunk.length;
    }
  } finally {
    await file.close();
  }
}

export interface ContentFacts extends Pick<ImageHeader, 'width' | 'height'> {
  /** `null` for an image. */
  readonly durationMs: number | null;
}

/** What the content is, or why it is not what was announced. */
export async function checkContent(part: string, row: UploadRow): Promise<ContentFacts | Refusal> {
  if ((await hashFile(part)) !== row.sha256) {
    return new Refusal('hash-mismatch', 'The bytes are not those that were announced.', {
      field: 'sha256',
    });
  }
  if (isVideo(row.mime_type)) {
    const facts = await readVideoFacts(part);
    if (facts) return facts;
    return new Refusal('unsupported-media', 'The content is not a whole MP4 video.', {
      field: 'mimeType',
    });
  }
  const { head, tail } = await readEnds(part, row.size_bytes);
  const header = readImageHeader(head);
  if (header?.mimeType !== row.mime_type) {
    return new Refusal('unsupported-media', `The content is not an ${row.mime_type} image.`, {
      field: 'mimeType',
    });
  }
  if (hasEnd(header.mimeType, head, tail, row.size_bytes)) return { ...header, durationMs: null };
  return new Refusal('unsupported-media', 'The image ends too early.', { field: 'sha256' });
}

async function readEnds(part: string, sizeBytes: number): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(part, 'r');
  try {
    const head = Buffer.alloc(Math.min(headBytes, sizeBytes));
    const tail = Buffer.alloc(Math.min(tailBytes, sizeBytes));
    await file.read(head, 0, head.length, 0);
    await file.read(tail, 0, tail.length, sizeBytes - tail.length);
    return { head, tail };
  } finally {
    await file.close();
  }
}
