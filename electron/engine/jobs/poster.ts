// Fetches the picture of a result. A clip without one is complete all the same, so nothing here fails a job.
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, toAppError } from '#shared/errors.ts';
import type { CloudOutput } from '#shared/gateway/generation.ts';
import { failpoint } from '../failpoint.ts';
import { placeFile } from '../library/place-file.ts';
import type { JobRun } from './job-context.ts';

const maxBytes = 5 * 1024 * 1024;

/** Resolves with what puts it in its place and says where within the library that is; `null` when there is no poster. */
export async function fetchPoster(
  run: JobRun,
  output: CloudOutput,
  outputId: string,
): Promise<() => Promise<string | null>> {
  if (output.posterUrl === null) return async () => null;
  const { context, signal } = run;
  const { incoming, library } = context.paths;
  const path = `posters/${outputId}.jpg`;
  // in its place just before a crash, and only the row is missing
  if (await isThere(join(library, path))) return async () => path;
  const part = join(incoming, `${outputId}-poster.part`);
  const failed = (thrown: unknown) => {
    context.log.warn('poster-failed', { code: toAppError(thrown).code });
    return null;
  };
  try {
    await writePoster(part, await readPoster(run, output.posterUrl));
  } catch (thrown) {
    signal.throwIfAborted();
    failed(thrown);
    return async () => null;
  }
  return () => placeFile(part, join(library, path)).then(() => path, failed);
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
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

async function writePoster(part: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(part), { recursive: true });
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
