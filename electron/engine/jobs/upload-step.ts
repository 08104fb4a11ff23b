// Brings what a job starts from to the cloud: its images, and the video that it goes on from. Safe to run again: known content is not
// sent twice.
import { AppError } from '#shared/errors.ts';
import { findSource, readImages } from '../database/generation-reads.ts';
import { libraryFile } from '../library/library-file.ts';
import { upload } from '../transfers/upload.ts';
import { createProgress, type JobRun, readJob } from './job-context.ts';

interface Content {
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly filePath: string;
}

export async function uploadContents(run: JobRun): Promise<void> {
  const { context, id, signal } = run;
  const contents = contentsOf(run);
  const totalBytes = contents.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const progress = createProgress(run);
  let doneBytes = 0;
  for (const content of contents) {
    await upload({
      gateway: context.gateway,
      file: libraryFile(context.paths.library, content.filePath),
      sha256: content.sha256,
      sizeBytes: content.sizeBytes,
      mimeType: content.mimeType,
      generationId: id,
      signal,
      bandwidth: context.bandwidth,
      onProgress: (bytes) =>
        progress({ step: 'upload', progress: (doneBytes + bytes) / totalBytes }),
    });
    doneBytes += content.sizeBytes;
  }
}

function contentsOf(run: JobRun): readonly Content[] {
  const { db } = run.context;
  const images = readImages(db, run.sequence);
  const { source_sha256: source } = readJob(run);
  if (source === null) return images;
  const video = findSource(db, source);
  if (!video) {
    throw new AppError('file-missing', 'The clip that this one goes on from is gone.');
  }
  return [...images, video];
}
