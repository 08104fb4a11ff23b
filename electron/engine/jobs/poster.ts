// Fetches the picture of a result. A clip without one is complete all the same, so nothing here fails a job.
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, toAppError } from '#shared/errors.ts';
import type { CloudOutput } from '#shared/gateway/generation.ts';
import { placeFile } from '../library/place-file.ts';
import type { JobRun } from './job-context.ts';

const maxBytes = 5 * 1024 * 1024;

/** Path within the library, or `null` when there is no poster. */
export async function fetchPoster(
  run: JobRun,
  output: CloudOutput,
  outputId: string,
): Promise<string | null> {
  if (output.posterUrl === null) return null;
  const { context, signal } = run;
  try {
    const bytes = await readPoster(run, output.posterUrl);
    const path = `posters/${outputId}.jpg`;
    await writePoster(context.paths.incoming, join(context.paths.library, path), outputId, bytes);
    return path;
  } catch (thrown) {
    signal.throwIfAborted();
    context.log.warn('poster-failed', { code: toAppError(thrown).code });
    return null;
  }
}

async function readPoster(run: JobRun, url: string): Promise<Buffer> {
  const { context, id, signal } = run;
  const answer = await context.gateway.open('outputPoster', {
    url,
    downloadHosts: context.cloud.state().service?.downloadHosts ?? [],
    headers: {},
    generationId: id,
    signal,
  });
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

async function writePoster(
  incoming: string,
  to: string,
  outputId: string,
  bytes: Buffer,
): Promise<void> {
  const part = join(incoming, `${outputId}-poster.part`);
  const file = await open(part, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  } finally {
    await file.close();
  }
  await placeFile(part, to);
}
