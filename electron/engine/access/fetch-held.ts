// Fetches the document with everything that a cloud holds: its size and hash are checked before a line of it is believed.
import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import { type DataExport, type HeldLine, heldLineSchema } from '#shared/gateway/data-export.ts';
import type { BytesRequest, GatewayClient } from '../cloud/gateway-client.ts';

/** Held in memory while it is checked; a hundred thousand jobs are about a tenth of it. */
const maxBytes = 512 * 1024 * 1024;

export async function fetchHeld(
  gateway: GatewayClient,
  download: NonNullable<DataExport['download']>,
  request: Pick<BytesRequest, 'downloadHosts' | 'signal'>,
): Promise<readonly HeldLine[]> {
  if (download.sizeBytes > maxBytes) {
    throw new AppError('cloud-invalid-answer', 'The document of the cloud is too large.');
  }
  const content = await fetchBytes(gateway, download, request);
  if (createHash('sha256').update(content).digest('hex') !== download.sha256) {
    throw new AppError('hash-mismatch', 'The document of the cloud did not arrive whole.', {
      retryable: true,
    });
  }
  return readLines(content.toString('utf8'));
}

async function fetchBytes(
  gateway: GatewayClient,
  { url, sizeBytes }: NonNullable<DataExport['download']>,
  request: Pick<BytesRequest, 'downloadHosts' | 'signal'>,
): Promise<Buffer> {
  const answer = await gateway.open('dataExportContent', {
    ...request,
    url,
    headers: {},
    generationId: null,
  });
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isDone = false;
  try {
    if (answer.status !== 200) {
      throw new AppError('cloud-unavailable', `The cloud answered ${answer.status}.`, {
        retryable: true,
      });
    }
    for await (const chunk of answer.stream) {
      bytes += (chunk as Buffer).length;
      if (bytes > sizeBytes) break;
      chunks.push(chunk as Buffer);
    }
    isDone = bytes === sizeBytes;
    if (!isDone) {
      throw new AppError('size-mismatch', 'The document is not as long as was said.', {
        retryable: true,
      });
    }
    return Buffer.concat(chunks);
  } finally {
    answer.settle(bytes, isDone ? 'ok' : 'failed');
  }
}

export function readLines(text: string): readonly HeldLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = heldLineSchema.safeParse(parseJson(line));
      if (parsed.success) return parsed.data;
      throw new AppError('cloud-invalid-answer', 'The document of the cloud cannot be read.');
    });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // does not fit the schema
  }
}
