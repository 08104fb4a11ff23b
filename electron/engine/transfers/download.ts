// Fetches a result into a part file: resumes where it stopped, checks size and hash, leaves a synced file.
// Never renames and never touches the database.
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { AppError, toAppError } from '#shared/errors.ts';
import { refusalError } from '../cloud/cloud-errors.ts';
import { type StreamAnswer, unexpectedEnd } from '../cloud/http-client.ts';
import { failpoint } from '../failpoint.ts';
import { createFileSink, type FileSink, hashFile } from './file-sink.ts';
import type { Bandwidth } from './bandwidth.ts';
import type { Pieces } from './pieces.ts';
import { bodyOffset, planResume, type ResumePlan } from './resume-plan.ts';

export interface DownloadRequest {
  readonly part: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Of the bytes that are in the part file already. */
  readonly etag: string | null;
  readonly signal: AbortSignal;
  readonly open: (headers: Readonly<Record<string, string>>) => Promise<StreamAnswer>;
  /** Bytes from the start are about to be written that carry this ETag. */
  readonly onStart: (etag: string | null) => void;
  readonly bandwidth: Bandwidth;
  readonly pieces: Pieces;
  readonly onProgress: (bytes: number) => void;
  readonly now: () => number;
}

/** Resolves when the part file is whole, verified and synced. */
export async function download(request: DownloadRequest): Promise<void> {
  const file = await open(request.part, 'a+').then(async (handle) => {
    await handle.close(); // `a+` makes it when needed; `r+` can write anywhere
    return open(request.part, 'r+');
  });
  try {
    const { size } = await file.stat();
    const plan = planResume({
      partBytes: size,
      etag: request.etag,
      expectedBytes: request.sizeBytes,
    });
    const sha256 =
      plan.action === 'verify'
        ? await verifyPart(file, request.sizeBytes)
        : await fetchBody(file, request, plan);
    if (sha256 !== request.sha256) {
      await file.truncate(0);
      throw new AppError(
        'hash-mismatch',
        'The file that arrived is not the one the cloud announced. It was thrown away.',
        { retryable: true },
      );
    }
  } finally {
    await file.close();
  }
}

async function verifyPart(file: FileHandle, bytes: number): Promise<string> {
  const hash = await hashFile(file, bytes);
  await file.sync();
  return hash.digest('hex');
}

type FetchPlan = Exclude<ResumePlan, { action: 'verify' }>;

async function fetchBody(
  file: FileHandle,
  request: DownloadRequest,
  plan: FetchPlan,
): Promise<string> {
  const answer = await request.open(
    plan.action === 'resume' ? { Range: `bytes=${plan.offset}-`, 'If-Range': plan.etag } : {},
  );
  let offset: number | null = null;
  let sink: FileSink | null = null;
  let outcome: 'ok' | 'refused' | 'failed' | 'cancelled' = 'failed';
  try {
    offset = bodyOffset(
      plan,
      { status: answer.status, contentRange: answer.header('content-range') },
      request.sizeBytes,
    );
    if (offset === null) {
      outcome = 'refused';
      throw await refuseBody(file, answer, request);
    }
    checkLength(answer, offset, request.sizeBytes);
    if (offset === 0) {
      await file.truncate(0);
      request.onStart(answer.header('etag'));
    }
    sink = createFileSink(
      file,
      offset,
      offset === 0 ? createHash('sha256') : await hashFile(file, offset),
      request.pieces,
    );
    await pump(answer, sink, request);
    await sink.finish();
    failpoint('download synced');
    outcome = 'ok';
    return sink.sha256();
  } catch (thrown) {
    await sink?.abandon();
    if (request.signal.aborted) outcome = 'cancelled';
    throw thrown;
  } finally {
    answer.settle((sink?.bytes ?? 0) - (sink ? (offset ?? 0) : 0), outcome);
  }
}

async function pump(
  answer: StreamAnswer,
  sink: FileSink,
  { sizeBytes, signal, bandwidth, pieces, onProgress }: DownloadRequest,
): Promise<void> {
  for await (const chunk of chunksOf(answer, signal)) {
    if (sink.bytes + chunk.length > sizeBytes) throw wrongSize(sizeBytes, 'longer');
    const isFull = sink.write(chunk);
    failpoint('download piece');
    pieces.copied(chunk.length);
    const turn = bandwidth.pay(chunk.length, signal);
    if (isFull) await isFull;
    if (turn) await turn;
    if (isFull || turn) onProgress(sink.bytes);
  }
  if (sink.bytes < sizeBytes) throw unexpectedEnd();
}

async function* chunksOf(answer: StreamAnswer, signal: AbortSignal): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of answer.stream) {
      signal.throwIfAborted();
      yield chunk as Buffer;
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    if (signal.aborted) throw new AppError('cancelled', 'Cancelled', { cause: thrown });
    throw unexpectedEnd();
  }
}

function checkLength(answer: StreamAnswer, offset: number, sizeBytes: number): void {
  const length = answer.header('content-length');
  if (length === null || Number(length) === sizeBytes - offset) return;
  throw wrongSize(sizeBytes, Number(length) > sizeBytes - offset ? 'longer' : 'shorter');
}

function wrongSize(sizeBytes: number, how: string): AppError {
  return new AppError('size-mismatch', `The file is ${how} than the cloud announced.`, {
    retryable: true,
    details: { sizeBytes },
  });
}

/** An answer that cannot be used: the part is dropped when it caused that, so that the next try starts anew. */
async function refuseBody(
  file: FileHandle,
  answer: StreamAnswer,
  request: DownloadRequest,
): Promise<AppError> {
  if (answer.status === 416 || answer.status === 206) {
    await file.truncate(0);
    return new AppError('size-mismatch', 'The cloud has other bytes than before.', {
      retryable: true,
      details: { status: answer.status },
    });
  }
  return refusalError({
    status: answer.status,
    body: await readSome(answer),
    retryAfter: answer.header('retry-after'),
    nowMs: request.now(),
  });
}

async function readSome(answer: StreamAnswer): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer.stream) {
      chunks.push(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (bytes > 16_384) break;
    }
  } catch (thrown) {
    throw toAppError(thrown);
  }
  return Buffer.concat(chunks).toString('utf8');
}
