// Brings the results of a job to this disk: file first (verified, synced, renamed), database row second, in one transaction.
import { join } from 'node:path';
import { rm, stat } from 'node:fs/promises';
import { AppError, type ErrorCode, toAppError } from '#shared/errors.ts';
import type { CloudGeneration, CloudOutput } from '#shared/gateway/generation.ts';
import { invalidAnswer } from '../cloud/cloud-errors.ts';
import { keepSavedHere } from '../cloud-erasure/keep-here.ts';
import type { GenerationRow } from '../database/generation-row.ts';
import {
  beginIncoming,
  forgetIncoming,
  insertOutput,
  type NewOutput,
  rememberEtag,
} from '../database/output-writes.ts';
import { clipPath } from '../library/clip-name.ts';
import { diskFull, requireSpace } from '../library/disk-space.ts';
import { freePath } from '../library/free-path.ts';
import { requireLibrary } from '../library/library-presence.ts';
import { holdsContent, makeIncoming, placeFile } from '../library/place-file.ts';
import { download } from '../transfers/download.ts';
import { changeFromCloud, renderOutcome, requireJob } from './cloud-job.ts';
import { createProgress, type JobRun, moveJob } from './job-context.ts';
import { fetchPoster } from './poster.ts';
import { recoverCloudId } from './submit-step.ts';

const extensions: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
};
/** What a result's address answers when it is too old; whether the result itself is gone, the job's state tells. */
const staleCodes: readonly ErrorCode[] = ['output-expired', 'cloud-rejected', 'cloud-unauthorised'];

function staleAddress(cause: AppError): AppError {
  return new AppError('not-found', 'The result was not to be had at its address.', {
    retryable: true,
    details: cause.details,
    cause,
  });
}

/** Room that is left alone, so that the database can still write. */
const marginBytes = 16 * 1024 * 1024;

export async function fetchOutputs(run: JobRun, row: GenerationRow): Promise<void> {
  const { context, sequence } = run;
  const generation = await freshGeneration(run, row);
  if (!generation) return;
  const fetched: FetchedOutput[] = [];
  for (const [position, output] of generation.outputs.entries()) {
    fetched.push(await fetchOutput(run, row, output, position));
  }
  // from here on a cancellation comes too late: a file under its name without a row would belong to nobody
  const saved: NewOutput[] = [];
  for (const place of fetched) saved.push(await place());
  await requireLibrary(context.paths);
  let isToEraseThere = false;
  moveJob(context, sequence, 'saved', {
    change: changeFromCloud(generation),
    also: () => {
      for (const output of saved) insertOutput(context.db, output);
      forgetIncoming(context.db, sequence);
      isToEraseThere = keepSavedHere(context.db, sequence, {
        nowMs: context.clock.now(),
        makeId: () => context.ids.make(),
        isAlways: context.settings.now.keepOnlyHere,
      });
    },
  });
  context.live.forget(sequence);
  context.libraryChanged('added');
  if (isToEraseThere) context.wakeErasures();
  context.cloud.refreshAccountSoon();
}

/** Signed addresses go stale, so each download starts with a fresh one. `null` when the result is gone. */
async function freshGeneration(run: JobRun, row: GenerationRow): Promise<CloudGeneration | null> {
  const { context, sequence, id, signal } = run;
  const cloudId = row.cloud_id ?? (await recoverCloudId(run));
  const generation = await context.gateway.call('getGeneration', {
    params: { id: cloudId },
    generationId: id,
    signal,
  });
  const outcome = renderOutcome(requireJob(generation, cloudId));
  if (outcome?.event === 'expired') {
    moveJob(context, sequence, 'expired', { change: outcome.change });
    return null;
  }
  if (outcome && outcome.event !== 'rendered') {
    // other than the row says: an edited row, or a cloud that changed its mind
    const event = outcome.event === 'cancelled' ? 'cancelled' : 'failed';
    moveJob(context, sequence, event, { change: outcome.change });
    return null;
  }
  if (!outcome || generation.outputs.length === 0) {
    throw invalidAnswer('getGeneration', `${generation.status} without a result`);
  }
  return generation;
}

/** Puts a result that is whole and verified under its names. */
type FetchedOutput = () => Promise<NewOutput>;

async function fetchOutput(
  run: JobRun,
  row: GenerationRow,
  output: CloudOutput,
  position: number,
): Promise<FetchedOutput> {
  const { context, sequence } = run;
  const extension = extensions[output.mimeType];
  if (!extension) {
    throw new AppError('cloud-rejected', 'The cloud sent a kind of file that is not a video.', {
      details: { mimeType: output.mimeType },
    });
  }
  const { outputId, etag } = beginIncoming(context.db, sequence, position, context.ids.make());
  const placeClip = await fetchFile(run, row, output, { position, extension, etag });
  const placePoster = await fetchPoster(run, output, outputId);
  return async () => ({
    sequence,
    position,
    id: outputId,
    cloudId: output.id,
    filePath: await placeClip(),
    posterPath: await placePoster(),
    mimeType: output.mimeType,
    sha256: output.sha256,
    sizeBytes: output.sizeBytes,
    width: output.width,
    height: output.height,
    durationMs: output.durationMs,
    fps: output.fps,
    savedAtMs: context.clock.now(),
  });
}

interface Place {
  readonly position: number;
  readonly extension: string;
  /** Of the bytes that arrived before. */
  readonly etag: string;
}

/** Resolves when the file is whole; what it resolves with puts it in its place and says where within the library that is. */
async function fetchFile(
  run: JobRun,
  row: GenerationRow,
  output: CloudOutput,
  place: Place,
): Promise<() => Promise<string>> {
  const { paths } = run.context;
  const { position, extension } = place;
  const filePath = clipPathOf(row, position, extension);
  const part = join(paths.incoming, `${row.id}-${position}.part`);
  // renamed just before a crash, and only the row is missing
  if (await holdsContent(join(paths.library, filePath), output.sizeBytes, output.sha256)) {
    await rm(part, { force: true });
    return async () => filePath;
  }
  await fetchPart(run, output, part, place);
  return async () => {
    const free = await freePath(paths.library, filePath);
    await placeFile(part, join(paths.library, free));
    return free;
  };
}

function clipPathOf(row: GenerationRow, position: number, extension: string): string {
  return clipPath({
    prompt: row.prompt,
    generationId: row.id,
    position,
    createdAt: new Date(row.created_at),
    extension,
  });
}

/** Whether a crash came after a file had got its name and before there was a row for it. */
export async function hasPlacedClip(library: string, row: GenerationRow): Promise<boolean> {
  const places = Object.values(extensions).map((extension) =>
    stat(join(library, clipPathOf(row, 0, extension))).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(places)).includes(true);
}

async function fetchPart(
  run: JobRun,
  output: CloudOutput,
  part: string,
  { position, etag }: Place,
): Promise<void> {
  const { context, sequence, id, signal } = run;
  const progress = createProgress(run);
  await requireLibrary(context.paths);
  await makeIncoming(context.paths.incoming);
  const partBytes = await stat(part).then(
    ({ size }) => size,
    () => 0,
  );
  const neededBytes = output.sizeBytes - Math.min(partBytes, output.sizeBytes) + marginBytes;
  await requireSpace(context.paths.library, neededBytes);
  progress({ step: 'download', progress: partBytes / output.sizeBytes });
  try {
    await download({
      part,
      sizeBytes: output.sizeBytes,
      sha256: output.sha256,
      etag,
      signal,
      bandwidth: context.bandwidth,
      pieces: context.pieces,
      now: () => context.clock.now(),
      open: (headers) =>
        context.gateway.open('outputContent', {
          url: output.url,
          downloadHosts: context.cloud.state().service?.downloadHosts ?? [],
          headers,
          generationId: id,
          signal,
        }),
      onStart: (started) => rememberEtag(context.db, sequence, position, started ?? ''),
      onProgress: (bytes) =>
        progress({
          step: 'download',
          progress: bytes / output.sizeBytes,
          bytesReceived: bytes,
        }),
    });
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'disk-full') throw await diskFull(context.paths.library, neededBytes);
    throw staleCodes.includes(error.code) ? staleAddress(error) : thrown;
  }
  context.live.change(sequence, { step: 'save', progress: null });
}
