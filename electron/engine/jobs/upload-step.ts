// Brings the reference images of a job to the cloud. Safe to run again: known content is not sent twice.
import { readImages } from '../database/generation-reads.ts';
import { libraryFile } from '../library/library-file.ts';
import { upload } from '../transfers/upload.ts';
import { createProgress, type JobRun } from './job-context.ts';

export async function uploadImages(run: JobRun): Promise<void> {
  const { context, sequence, id, signal } = run;
  const images = readImages(context.db, sequence);
  const totalBytes = images.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const progress = createProgress(run);
  let doneBytes = 0;
  for (const image of images) {
    await upload({
      gateway: context.gateway,
      file: libraryFile(context.paths.library, image.filePath),
      sha256: image.sha256,
      sizeBytes: image.sizeBytes,
      mimeType: image.mimeType,
      generationId: id,
      signal,
      bandwidth: context.bandwidth,
      onProgress: (bytes) =>
        progress({ step: 'upload', progress: (doneBytes + bytes) / totalBytes }),
    });
    doneBytes += image.sizeBytes;
  }
}
