// The bytes of a poster: from the cloud, checked, into a part file.
import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { BytesRequest, GatewayClient } from '../cloud/gateway-client.ts';
import { failpoint } from '../failpoint.ts';
import { makeIncoming } from '../library/place-file.ts';

const maxBytes = 5 * 1024 * 1024;

/** Throws when it is too large, or no JPEG. */
export async function readPoster(gateway: GatewayClient, request: BytesRequest): Promise<Buffer> {
  const answer = await gateway.open('outputPoster', request);
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isDone = false;
  try {
    if (answer.status === 200) {
      for await (const chunk of answer.stream) {
        bytes += (chunk as Buffer).length;
        if (bytes > maxBytes) break;
        chunks.push(chunk as Buffer);
      }
    }
    const content = Buffer.concat(chunks);
    isDone = bytes <= maxBytes && content[0] === 0xff && content[1] === 0xd8;
    if (!isDone) throw new AppError('cloud-invalid-answer', 'The poster is not a JPEG.');
    return content;
  } finally {
    answer.settle(bytes, isDone ? 'ok' : 'failed');
  }
}

/** Whole and synced, or not there. */
export async function writePoster(part: string, bytes: Buffer): Promise<void> {
  await makeIncoming(dirname(part));
  const file = await open(part, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
    failpoint('poster synced');
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  } finally {
    await file.close();
  }
}
