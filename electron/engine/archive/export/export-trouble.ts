// What went wrong with the place that an export is written to, as a sentence that says what to do. Pure.
import { AppError, toAppError } from '#shared/errors.ts';

const sentences: Readonly<Record<string, readonly [AppError['code'], string]>> = {
  ENOSPC: ['disk-full', 'The disk is full. Nothing was kept. Make room or choose another disk.'],
  EDQUOT: ['disk-full', 'The disk is full. Nothing was kept. Make room or choose another disk.'],
  EROFS: ['disk-read-only', 'This disk cannot be written to. Choose another place.'],
  EACCES: ['permission-denied', 'The app may not write to this folder. Choose another place.'],
  EPERM: ['permission-denied', 'The app may not write to this folder. Choose another place.'],
  ENOENT: [
    'file-missing',
    'The folder is not there any more. Connect the drive, or choose another.',
  ],
  ENODEV: ['file-missing', 'The drive is gone. Connect it again, or choose another place.'],
  ENXIO: ['file-missing', 'The drive is gone. Connect it again, or choose another place.'],
  EIO: ['disk-error', 'The drive does not answer. Connect it again, or choose another place.'],
  EFBIG: ['disk-full', 'This drive does not take files so large. Split the export into parts.'],
};

export function plainly(error: unknown, target: string): AppError {
  const { code = '', path } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const known = sentences[code];
  const isAboutTarget = path === undefined || path.startsWith(target.replace(/[^/\\]*$/, ''));
  if (!known || error instanceof AppError || !isAboutTarget) return toAppError(error);
  return new AppError(known[0], known[1], { retryable: true, cause: error });
}
