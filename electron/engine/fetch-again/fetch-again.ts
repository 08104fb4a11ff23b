// Brings the file of a finished clip back from the cloud: the same bytes, verified, at the place where they were. The clip itself is not
// a job again: whatever goes wrong, it stays as it is. Never overwrites a file.
import { rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TaskState } from '#shared/contract/data.ts';
import type { CloudOutput } from '#shared/gateway/generation.ts';
import { AppError } from '#shared/errors.ts';
import { requireGeneration } from '../database/generation-reads.ts';
import type { GenerationRow } from '../database/generation-row.ts';
import { addEvent, updateGeneration } from '../database/generation-writes.ts';
import { setOutputMissing } from '../database/output-writes.ts';
import { changeFromCloud, renderOutcome, requireJob } from '../jobs/cloud-job.ts';
import type { JobContext } from '../jobs/job-context.ts';
import { requireSpace } from '../library/disk-space.ts';
import { libraryFile } from '../library/library-file.ts';
import { makeIncoming, placeFile } from '../library/place-file.ts';
import type { TaskProgress } from '../tasks/task-book.ts';
import { download } from '../transfers/download.ts';

export interface LostClip {
  readonly row: GenerationRow;
  readonly outputId: string;
  readonly cloudId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Absolute. */
  readonly file: string;
}

/** Throws `not-found`, `conflict` or `output-expired`. */
export async function requireLostClip({ db, paths }: JobContext, id: string): Promise<LostClip> {
  const row = requireGeneration(db, id);
  const { output_id: outputId, file_path: filePath, cloud_id: cloudId, sha256 } = row;
  if (row.status !== 'ready' || outputId === null || filePath === null || sha256 === null) {
    throw new AppError('conflict', 'This clip has no file to fetch.');
  }
  const file = libraryFile(paths.library, filePath);
  if (await isTaken(file)) throw new AppError('conflict', 'The file of this clip is there.');
  if (cloudId === null || row.is_in_cloud === 0) throw goneFromCloud();
  return { row, outputId, cloudId, sha256, sizeBytes: row.size_bytes ?? 0, file };
}

function goneFromCloud(): AppError {
  return new AppError('output-expired', 'The cloud does not hold this clip any more.');
}

function isTaken(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Resolves when the file is in its place and the library says so. */
export async function fetchAgain(
  context: JobContext,
  lost: LostClip,
  progress: TaskProgress,
  signal: AbortSignal,
): Promise<TaskState['result']> {
  const { db, paths, clock } = context;
  const { row, file, sizeBytes } = lost;
  progress.phase('download', sizeBytes);
  const output = await findOutput(context, lost, signal);
  const part = join(paths.incoming, `${row.id}-0.part`);
  await requireSpace(paths.library, sizeBytes);
  await makeIncoming(paths.incoming);
  try {
    await fetchPart(context, { lost, output, part }, progress, signal);
    progress.phase('save', sizeBytes);
    if (await isTaken(file))
      throw new AppError('conflict', 'The file of this clip is there again.');
    await placeFile(part, file);
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  }
  db.transaction(() => {
    setOutputMissing(db, lost.outputId, false);
    addEvent(db, row.sequence, {
      atMs: clock.now(),
      type: 'fetched-again',
      status: row.status,
      note: '',
    });
  });
  context.publish(row.sequence);
  context.libraryChanged('updated');
  return { fileName: basename(file), sizeBytes, entries: 1 };
}

/** The result at the cloud that has the bytes which are missing here. */
async function findOutput(
  { gateway, db, clock, publish }: JobContext,
  { row, cloudId, sha256, sizeBytes }: LostClip,
  signal: AbortSignal,
): Promise<CloudOutput> {
  const answer = await gateway.call('getGeneration', {
    params: { id: cloudId },
    generationId: row.id,
    signal,
  });
  const generation = requireJob(answer, cloudId);
  if (renderOutcome(generation)?.event === 'expired') {
    updateGeneration(db, row.sequence, changeFromCloud(generation), clock.now());
    publish(row.sequence);
    throw goneFromCloud();
  }
  const output = generation.outputs.find((candidate) => candidate.sha256 === sha256);
  if (!output || output.sizeBytes !== sizeBytes) {
    throw new AppError('hash-mismatch', 'The cloud has another file for this clip.');
  }
  return output;
}

interface Part {
  readonly lost: LostClip;
  readonly output: CloudOutput;
  readonly part: string;
}

async function fetchPart(
  context: JobContext,
  { lost, output, part }: Part,
  progress: TaskProgress,
  signal: AbortSignal,
): Promise<void> {
  let done = 0;
  await download({
    part,
    sizeBytes: output.sizeBytes,
    sha256: output.sha256,
    etag: null,
    signal,
    bandwidth: context.bandwidth,
    pieces: context.pieces,
    now: () => context.clock.now(),
    open: (headers) =>
      context.gateway.open('outputContent', {
        url: output.url,
        downloadHosts: context.cloud.state().service?.downloadHosts ?? [],
        headers,
        generationId: lost.row.id,
        signal,
      }),
    onStart: () => undefined,
    onProgress: (bytes) => {
      progress.add(bytes - done);
      done = bytes;
    },
  });
}
