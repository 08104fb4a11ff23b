// Fetches the picture of a result. A clip without one is complete all the same, so nothing here fails a job.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toAppError } from '#shared/errors.ts';
import type { CloudOutput } from '#shared/gateway/generation.ts';
import { placeFile } from '../library/place-file.ts';
import type { JobRun } from './job-context.ts';
import { readPoster, writePoster } from './poster-file.ts';

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
    const bytes = await readPoster(context.gateway, {
      url: output.posterUrl,
      downloadHosts: context.cloud.state().service?.downloadHosts ?? [],
      headers: {},
      generationId: run.id,
      signal,
    });
    await writePoster(part, bytes);
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
