// Brings reference media to the cloud: announced by hash, sent from where it stopped, in pieces.
import { open } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import type { Upload } from '#shared/gateway/upload.ts';
import type { Bandwidth } from './bandwidth.ts';
import type { GatewayClient } from '../cloud/gateway-client.ts';

const pieceBytes = 4 * 1024 * 1024;
const maxConflicts = 5;

export interface UploadRequest {
  readonly gateway: GatewayClient;
  readonly file: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mimeType: string;
  readonly generationId: string;
  readonly signal: AbortSignal;
  readonly bandwidth: Bandwidth;
  readonly onProgress: (bytes: number) => void;
}

/** Resolves when the cloud has the whole content and has checked its hash. Content it knows costs one request. */
export async function upload(request: UploadRequest): Promise<void> {
  const { gateway, signal, generationId } = request;
  let state = await gateway.call('createUpload', {
    body: { sha256: request.sha256, sizeBytes: request.sizeBytes, mimeType: request.mimeType },
    signal,
    generationId,
  });
  if (state.state === 'complete') return;
  const file = await open(request.file, 'r').catch((thrown: unknown) => {
    throw new AppError('file-missing', 'A reference image is not where it was.', { cause: thrown });
  });
  try {
    let conflicts = 0;
    while (state.state !== 'complete') {
      const buffer = Buffer.alloc(Math.min(pieceBytes, request.sizeBytes - state.offset));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, state.offset);
      if (bytesRead !== buffer.length || bytesRead === 0) throw changedFile();
      const sent = await append(request, state, buffer);
      if (sent === null && ++conflicts > maxConflicts) {
        throw new AppError('conflict', 'The cloud does not accept the upload.', {
          retryable: true,
        });
      }
      state =
        sent ??
        (await gateway.call('getUpload', { params: { id: state.id }, signal, generationId }));
      request.onProgress(state.offset);
      await request.bandwidth.pay(buffer.length, signal);
    }
  } finally {
    await file.close();
  }
}

/** `null` when the cloud has another offset than we thought. */
async function append(
  { gateway, signal, generationId }: UploadRequest,
  state: Upload,
  body: Buffer,
): Promise<Upload | null> {
  try {
    return await gateway.call('appendUpload', {
      params: { id: state.id },
      headers: { 'Upload-Offset': String(state.offset) },
      body,
      signal,
      generationId,
      timeoutMs: 120_000,
    });
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'conflict') return null;
    throw thrown;
  }
}

function changedFile(): AppError {
  return new AppError('file-missing', 'A reference image is not what it was when it was added.');
}
